/** Whether a text speaks of sequences of tokens that are filled up to one length. */
export function speaksOfTokens(text: string): boolean {
  return TOKENS.test(text.replace(/#.*/g, ''));
}

const TOKENS =
  /(?<![a-z])(vocab(ulary)?(_?size)?|tokeni[sz]er|(pad|padding|bos|eos|sos)_?(idx|index|id|token|mask)|(input|token)_(type_)?ids|token_mask|attention_mask|seq(uence)?_?(len(gth)?s?|mask))(?![a-z])/i;

/** Masks of tokens have no more axes (a list of them, a batch, time, and one that broadcasts), labels no more than these. */
const AXES_OF_MASKS = 4;
const AXES_OF_LABELS = 2;

/**
 * How many elements of each row of a mask or of labels count at least where they belong to a sequence of tokens: a sequence is not
 * empty, and what begins it and what ends it are not filled up. Pictures have more axes, and may be void.
 */
export function tokensInRow(axes: number, isMask: boolean): number {
  return axes > 0 && axes <= (isMask ? AXES_OF_MASKS : AXES_OF_LABELS) ? 2 : 0;
}
