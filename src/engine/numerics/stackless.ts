/** An error that says something of the text it is about, not of this program: it carries no stack, whose capture is most of its cost. */
export class Stackless extends Error {
  constructor(message?: string) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = limit;
  }
}
