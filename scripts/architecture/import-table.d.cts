/** Why a file (absolute path) may not import something, or null when it may. */
export function complaint(file: string, specifier: string, typeOnly: boolean): string | null;
