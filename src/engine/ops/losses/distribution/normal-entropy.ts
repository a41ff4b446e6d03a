import { composite } from '../composite';

/** `torch.distributions.Normal.entropy`, in the shape of both parameters. */
export const normalEntropy = composite('normal_entropy', 'Entropy of a normal distribution.', 'loc, scale', (k) => {
  const scale = k.tensor('scale');
  const { shape } = k.add(k.tensor('loc'), scale);
  const entropy = k.add(0.5 + 0.5 * Math.log(2 * Math.PI), k.op('log', [scale]));
  return entropy.shape.length === shape.length ? entropy : k.op('broadcast_to', [entropy], { shape });
});
