/** Exit status of the contract: nothing found, findings, usage or unreadable input. */
export type Status = 0 | 1 | 2;
