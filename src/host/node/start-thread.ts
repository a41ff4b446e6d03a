import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartThread } from '../host';
import { YOUNG } from './young';

/** Starts a bundle in a Node worker thread, through the shim that gives it the globals of a web worker. */
export const startThread: StartThread = async (bundle, assets, events) => {
  const worker = new Worker(join(assets.folder, 'thread.js'), {
    workerData: join(assets.folder, `${bundle}.js`),
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  });
  let disposed = false;
  worker.on('message', (data: unknown) => events.message(data));
  worker.on('error', (error) => events.failed(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  worker.on('exit', (code) => {
    if (!disposed) events.failed(`worker ended with code ${code}`);
  });
  return {
    post: (message) => worker.postMessage(message),
    dispose: () => {
      disposed = true;
      void worker.terminate();
    },
  };
};
