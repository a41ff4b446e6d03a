import type { Loss } from '../../../src/engine/ir/loss';
import { liftPython } from '../../../src/engine/lift/lift-python';
import { testParser } from '../../support/tools';

const parser = testParser();

/** The losses of a Python text. */
export async function lossesIn(text: string): Promise<readonly Loss[]> {
  const parsed = (await parser).parse(text);
  const { losses } = liftPython(parsed.module, text);
  parsed.dispose();
  return losses;
}

/** The loss of a Python text that has one, or the one of this name. */
export async function lossIn(text: string, name?: string): Promise<Loss> {
  const losses = await lossesIn(text);
  const loss = name === undefined ? losses[losses.length - 1] : losses.find((l) => l.name === name);
  if (!loss) throw new Error(`no loss ${name ?? ''} among ${losses.map((l) => l.name).join(', ')}`);
  return loss;
}
