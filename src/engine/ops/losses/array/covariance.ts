import { composite } from '../composite';

/** `cov`, and `corrcoef` where `correlation` says so: a row for each variable. */
export const covariance = composite(
  'covariance',
  'Covariance, or correlation, of rows.',
  'input, correction=1, rowvar=True, correlation=False',
  (k) => {
    const given = k.tensor('input');
    const wide = given.shape.length < 2 ? k.op('reshape', [given], { shape: [1, -1] }) : given;
    const x = k.flag('rowvar') ? wide : k.op('transpose', [wide], { axes: [1, 0] });
    const [rows = 1, count = 1] = x.shape;
    const centred = k.subtract(x, k.mean(x, [1], true));
    const product = k.op('matmul', [centred, k.op('transpose', [centred], { axes: [1, 0] })]);
    const covariance = k.divide(product, count - k.number('correction', 1));
    const shape = given.shape.length < 2 ? [] : [rows, rows];
    if (!k.flag('correlation')) return k.op('reshape', [covariance], { shape });
    const deviation = k.op('sqrt', [k.op('diagonal', [covariance], { offset: 0 })]);
    const unit = k.divide(k.divide(covariance, k.unsqueeze(deviation, 1)), k.unsqueeze(deviation, 0));
    return k.op('reshape', [k.op('clip', [unit, -1, 1])], { shape });
  },
);
