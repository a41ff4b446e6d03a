import { NoFormula } from './no-formula';

/** The result of an action, or null where it finds that there is no formula. */
export function attempt<T>(action: () => T): T | null {
  try {
    return action();
  } catch (error) {
    if (error instanceof NoFormula) return null;
    throw error;
  }
}
