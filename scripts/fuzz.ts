/**
 * Decides losses and attacks every proof numerically: random expressions with `npm run fuzz -- [count] [seed]`, the fully read losses in
 * folders of Python with `npm run fuzz -- DIR…`. Contradictions are printed and make the exit status 1.
 */
import { repeatable } from '../src/engine/analyses/scalar/coordinate';
import type { Loss } from '../src/engine/ir/loss';
import { lossOf } from '../test/engine/analyses/labelled-cases';
import { attack } from '../test/fuzz/attack';
import { randomLoss } from '../test/fuzz/expressions';
import { liftedFiles } from './lifted';

/** A loss, and how it is told from others. */
interface Target {
  readonly name: string;
  readonly loss: Loss;
}

const PAIRS = 1500;

/** Losses of tensors are evaluated slowly. */
const PAIRS_OF_TENSORS = 60;

function* randomTargets(count: number, random: () => number): Generator<Target> {
  for (let i = 0; i < count; i++) {
    const { expression, domains, wrt } = randomLoss(random);
    yield { name: `${expression} ${JSON.stringify(domains)} wrt ${wrt.join()}`, loss: lossOf(expression, domains, wrt) };
  }
}

async function* readTargets(paths: readonly string[]): AsyncGenerator<Target> {
  for await (const { path, result } of liftedFiles(paths))
    for (const loss of result?.losses ?? []) if (loss.status === 'full') yield { name: `${path}::${loss.name}`, loss };
}

async function main(given: readonly string[]): Promise<void> {
  const isRandom = given.every((one) => /^\d+$/.test(one));
  const [count = '2000', seed = '1'] = isRandom ? given : [];
  const random = repeatable(Number(seed));
  const tally = new Map<string, number>();
  let [done, contradicted] = [0, 0];
  for await (const { name, loss } of isRandom ? randomTargets(Number(count), random) : readTargets(given)) {
    const { convexity, differentiability, contradictions } = attack(loss, random, isRandom ? PAIRS : PAIRS_OF_TENSORS);
    for (const key of [`convexity ${convexity}`, `differentiability ${differentiability}`]) tally.set(key, (tally.get(key) ?? 0) + 1);
    for (const contradiction of contradictions) console.log(`${name}: ${contradiction}`);
    if (contradictions.length > 0) contradicted += 1;
    if (++done % 100 === 0) console.error(`${done}, ${contradicted} contradicted`);
  }
  for (const [key, times] of [...tally].sort()) console.log(`${key}: ${times}`);
  console.log(`${done} losses, ${contradicted} contradicted`);
  process.exitCode = contradicted > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
