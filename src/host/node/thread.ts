import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** Gives a worker bundle written for the web (`postMessage`, `onmessage`) the same globals in a Node worker thread. */
interface WorkerScope {
  postMessage?: (message: unknown) => void;
  onmessage?: (event: { data: unknown }) => void;
}

const scope = globalThis as WorkerScope;
scope.postMessage = (message) => parentPort?.postMessage(message);
parentPort?.on('message', (data: unknown) => scope.onmessage?.({ data }));
createRequire(String(workerData))(String(workerData));
