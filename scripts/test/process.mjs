import { spawn } from 'node:child_process';

const running = new Set();

/** Ends a child and everything it started: it leads a process group of its own. */
function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

/** Ends every process that is still running. */
export function killAll() {
  for (const child of running) killGroup(child, 'SIGKILL');
}

/**
 * Runs a program to its end and resolves with its exit code, or with 1 when it was killed or could not be started.
 * After `seconds` its process group is asked to stop, and five seconds later made to.
 */
export function runProcess(command, words, { seconds, environment = {}, cwd, quiet = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      cwd,
      detached: true,
      stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    });
    running.add(child);
    const timers = [
      setTimeout(() => {
        console.error(`${command} ${words.join(' ')} took longer than ${seconds} s`);
        killGroup(child, 'SIGTERM');
      }, seconds * 1000),
      setTimeout(() => killGroup(child, 'SIGKILL'), (seconds + 5) * 1000),
    ];
    const end = (code) => {
      for (const timer of timers) clearTimeout(timer);
      running.delete(child);
      killGroup(child, 'SIGKILL');
      resolve(code ?? 1);
    };
    child.once('error', () => end(1));
    child.once('exit', end);
  });
}
