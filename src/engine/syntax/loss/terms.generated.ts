// Generated from loss.grammar.
/** Term of the external token `newline`. */
export const newline = 45;

/** Term of the external token `softNewline`. */
export const softNewline = 46;

/** Term of the external token `percent`. */
export const percent = 47;

/** Term of the external token `modulus`. */
export const modulus = 48;
