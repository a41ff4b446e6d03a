/** A running worker: messages go in with `post` and come out of `onMessage`. */
export interface Thread {
  post(message: unknown): void;
  dispose(): void;
}

/** What a thread reports to its owner. */
export interface ThreadEvents {
  /** A message of the worker, not yet validated. */
  message(data: unknown): void;
  /** The worker died; the thread is of no more use. */
  failed(reason: string): void;
}

/** The files that ship with the product. */
export interface Assets {
  /** Folder of the built files as a local path; meaningful only where there is a file system. */
  readonly folder: string;
  /** Content of one of them; rejects when it is absent. */
  read(name: string): PromiseLike<Uint8Array>;
}

/** Starts `<bundle>.js` of the built files as a worker. */
export type StartThread = (bundle: 'worker' | 'typeset', assets: Assets, events: ThreadEvents) => Promise<Thread>;
