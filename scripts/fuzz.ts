/**
 * Decides random expressions and attacks every proof numerically: `npm run fuzz -- [count] [seed]`. Contradictions are
 * printed and make the exit status 1.
 */
import { lossOf } from '../test/engine/analyses/labelled-cases';
import { repeatable } from '../src/engine/analyses/scalar/coordinate';
import { attack } from '../test/fuzz/attack';
import { randomLoss } from '../test/fuzz/expressions';

const [count = '2000', seed = '1'] = process.argv.slice(2);
const random = repeatable(Number(seed));
const tally = new Map<string, number>();
let contradicted = 0;
for (let i = 0; i < Number(count); i++) {
  const { expression, domains, wrt } = randomLoss(random);
  const { convexity, differentiability, contradictions } = attack(lossOf(expression, domains, wrt), random, 1500);
  for (const key of [`convexity ${convexity}`, `differentiability ${differentiability}`]) tally.set(key, (tally.get(key) ?? 0) + 1);
  for (const contradiction of contradictions) console.log(`${expression} ${JSON.stringify(domains)} wrt ${wrt.join()}: ${contradiction}`);
  if (contradictions.length > 0) contradicted += 1;
  if ((i + 1) % 100 === 0) console.error(`${i + 1} of ${count}, ${contradicted} contradicted`);
}
console.log(
  [...tally]
    .sort()
    .map(([key, times]) => `${key}: ${times}`)
    .join('\n'),
);
console.log(`${count} expressions, ${contradicted} contradicted`);
process.exitCode = contradicted > 0 ? 1 : 0;
