// Written by `npm run generate` from the files in losses/.
import type { CatalogueEntry } from './catalogue-entry';
import { binaryCrossEntropyWithLogits } from './losses/binary-cross-entropy-with-logits';
import { binaryCrossEntropy } from './losses/binary-cross-entropy';
import { contrastive } from './losses/contrastive';
import { cosineEmbedding } from './losses/cosine-embedding';
import { crossEntropy } from './losses/cross-entropy';
import { ctc } from './losses/ctc';
import { elasticNet } from './losses/elastic-net';
import { focal } from './losses/focal';
import { gaussianNll } from './losses/gaussian-nll';
import { hinge } from './losses/hinge';
import { huber } from './losses/huber';
import { kullbackLeibler } from './losses/kullback-leibler';
import { l1Penalty } from './losses/l1-penalty';
import { l2Penalty } from './losses/l2-penalty';
import { logCosh } from './losses/log-cosh';
import { marginRanking } from './losses/margin-ranking';
import { meanAbsoluteError } from './losses/mean-absolute-error';
import { meanAbsolutePercentageError } from './losses/mean-absolute-percentage-error';
import { meanSquaredError } from './losses/mean-squared-error';
import { meanSquaredLogarithmicError } from './losses/mean-squared-logarithmic-error';
import { negativeLogLikelihood } from './losses/negative-log-likelihood';
import { poissonNll } from './losses/poisson-nll';
import { quantile } from './losses/quantile';
import { smoothL1 } from './losses/smooth-l1';
import { softDice } from './losses/soft-dice';
import { softIou } from './losses/soft-iou';
import { softMargin } from './losses/soft-margin';
import { squaredHinge } from './losses/squared-hinge';
import { tripletMargin } from './losses/triplet-margin';
import { tversky } from './losses/tversky';

/** All known losses, in the order of their ids. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  binaryCrossEntropyWithLogits,
  binaryCrossEntropy,
  contrastive,
  cosineEmbedding,
  crossEntropy,
  ctc,
  elasticNet,
  focal,
  gaussianNll,
  hinge,
  huber,
  kullbackLeibler,
  l1Penalty,
  l2Penalty,
  logCosh,
  marginRanking,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredError,
  meanSquaredLogarithmicError,
  negativeLogLikelihood,
  poissonNll,
  quantile,
  smoothL1,
  softDice,
  softIou,
  softMargin,
  squaredHinge,
  tripletMargin,
  tversky,
];
