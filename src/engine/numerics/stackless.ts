/** How deep the stacks of errors are, where the engine of the language lets it be said. */
const depth = Error as ErrorConstructor & { stackTraceLimit?: number };

/** An error that says something of the text it is about, not of this program: it carries no stack, whose capture is most of its cost. */
export class Stackless extends Error {
  constructor(message?: string) {
    const { stackTraceLimit = 10 } = depth;
    depth.stackTraceLimit = 0;
    super(message);
    depth.stackTraceLimit = stackTraceLimit;
  }
}
