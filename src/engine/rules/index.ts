// Written by `npm run generate` from the folders beside it.
import { acosAsinEdge as stabilityAcosAsinEdge } from './stability/acos-asin-edge';
import { acoshEdge as stabilityAcoshEdge } from './stability/acosh-edge';
import { atan2Origin as stabilityAtan2Origin } from './stability/atan2-origin';
import { atanhLogitEdge as stabilityAtanhLogitEdge } from './stability/atanh-logit-edge';
import { clampAfterExp as stabilityClampAfterExp } from './stability/clamp-after-exp';
import { divByNorm as stabilityDivByNorm } from './stability/div-by-norm';
import { divByStd as stabilityDivByStd } from './stability/div-by-std';
import { divEpsWrongSign as stabilityDivEpsWrongSign } from './stability/div-eps-wrong-sign';
import { divUnguarded as stabilityDivUnguarded } from './stability/div-unguarded';
import { emptyMean as stabilityEmptyMean } from './stability/empty-mean';
import { epsAbsorbed as stabilityEpsAbsorbed } from './stability/eps-absorbed';
import { epsOutsideRoot as stabilityEpsOutsideRoot } from './stability/eps-outside-root';
import { epsReciprocalOverflow as stabilityEpsReciprocalOverflow } from './stability/eps-reciprocal-overflow';
import { epsSquared as stabilityEpsSquared } from './stability/eps-squared';
import { epsUnderflows as stabilityEpsUnderflows } from './stability/eps-underflows';
import { expLogratio as stabilityExpLogratio } from './stability/exp-logratio';
import { expLogvar as stabilityExpLogvar } from './stability/exp-logvar';
import { expUnbounded as stabilityExpUnbounded } from './stability/exp-unbounded';
import { fullyMaskedSoftmax as stabilityFullyMaskedSoftmax } from './stability/fully-masked-softmax';
import { gumbelLogLog as stabilityGumbelLogLog } from './stability/gumbel-log-log';
import { halfSquareOverflow as stabilityHalfSquareOverflow } from './stability/half-square-overflow';
import { halfSumOverflow as stabilityHalfSumOverflow } from './stability/half-sum-overflow';
import { infLogitInBce as stabilityInfLogitInBce } from './stability/inf-logit-in-bce';
import { infTimesZero as stabilityInfTimesZero } from './stability/inf-times-zero';
import { klRatio as stabilityKlRatio } from './stability/kl-ratio';
import { logDetNaive as stabilityLogDetNaive } from './stability/log-det-naive';
import { logNdtrNaive as stabilityLogNdtrNaive } from './stability/log-ndtr-naive';
import { logNegative as stabilityLogNegative } from './stability/log-negative';
import { logOfSumExp as stabilityLogOfSumExp } from './stability/log-of-sum-exp';
import { logOfUnderflowedProduct as stabilityLogOfUnderflowedProduct } from './stability/log-of-underflowed-product';
import { logOneMinusP as stabilityLogOneMinusP } from './stability/log-one-minus-p';
import { logSigmoidComposed as stabilityLogSigmoidComposed } from './stability/log-sigmoid-composed';
import { logSoftmaxComposed as stabilityLogSoftmaxComposed } from './stability/log-softmax-composed';
import { logZeroProb as stabilityLogZeroProb } from './stability/log-zero-prob';
import { log1mexp as stabilityLog1mexp } from './stability/log1mexp';
import { logcoshNaive as stabilityLogcoshNaive } from './stability/logcosh-naive';
import { logsumexpAllNeginf as stabilityLogsumexpAllNeginf } from './stability/logsumexp-all-neginf';
import { maskFillOverflow as stabilityMaskFillOverflow } from './stability/mask-fill-overflow';
import { maskMultiply as stabilityMaskMultiply } from './stability/mask-multiply';
import { minmaxNormalise as stabilityMinmaxNormalise } from './stability/minmax-normalise';
import { nanToNumGrad as stabilityNanToNumGrad } from './stability/nan-to-num-grad';
import { normByHand as stabilityNormByHand } from './stability/norm-by-hand';
import { normGradZero as stabilityNormGradZero } from './stability/norm-grad-zero';
import { oneMinusSquash as stabilityOneMinusSquash } from './stability/one-minus-squash';
import { percentError as stabilityPercentError } from './stability/percent-error';
import { powFractional as stabilityPowFractional } from './stability/pow-fractional';
import { powOverflow as stabilityPowOverflow } from './stability/pow-overflow';
import { powZeroExponent as stabilityPowZeroExponent } from './stability/pow-zero-exponent';
import { ratioBothZero as stabilityRatioBothZero } from './stability/ratio-both-zero';
import { rsqrtZero as stabilityRsqrtZero } from './stability/rsqrt-zero';
import { sigmoidNaive as stabilitySigmoidNaive } from './stability/sigmoid-naive';
import { sinkhornUnderflow as stabilitySinkhornUnderflow } from './stability/sinkhorn-underflow';
import { softmaxNoMaxShift as stabilitySoftmaxNoMaxShift } from './stability/softmax-no-max-shift';
import { softplusNaive as stabilitySoftplusNaive } from './stability/softplus-naive';
import { sqrtGradZero as stabilitySqrtGradZero } from './stability/sqrt-grad-zero';
import { sqrtOfCancellation as stabilitySqrtOfCancellation } from './stability/sqrt-of-cancellation';
import { stdGradZero as stabilityStdGradZero } from './stability/std-grad-zero';
import { stdOfOne as stabilityStdOfOne } from './stability/std-of-one';
import { tanhNaive as stabilityTanhNaive } from './stability/tanh-naive';
import { whereNanGrad as stabilityWhereNanGrad } from './stability/where-nan-grad';
import { xlogxZero as stabilityXlogxZero } from './stability/xlogx-zero';
import { zeroScaleLikelihood as stabilityZeroScaleLikelihood } from './stability/zero-scale-likelihood';
import type { Rule } from './rule';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  stabilityAcosAsinEdge,
  stabilityAcoshEdge,
  stabilityAtan2Origin,
  stabilityAtanhLogitEdge,
  stabilityClampAfterExp,
  stabilityDivByNorm,
  stabilityDivByStd,
  stabilityDivEpsWrongSign,
  stabilityDivUnguarded,
  stabilityEmptyMean,
  stabilityEpsAbsorbed,
  stabilityEpsOutsideRoot,
  stabilityEpsReciprocalOverflow,
  stabilityEpsSquared,
  stabilityEpsUnderflows,
  stabilityExpLogratio,
  stabilityExpLogvar,
  stabilityExpUnbounded,
  stabilityFullyMaskedSoftmax,
  stabilityGumbelLogLog,
  stabilityHalfSquareOverflow,
  stabilityHalfSumOverflow,
  stabilityInfLogitInBce,
  stabilityInfTimesZero,
  stabilityKlRatio,
  stabilityLogDetNaive,
  stabilityLogNdtrNaive,
  stabilityLogNegative,
  stabilityLogOfSumExp,
  stabilityLogOfUnderflowedProduct,
  stabilityLogOneMinusP,
  stabilityLogSigmoidComposed,
  stabilityLogSoftmaxComposed,
  stabilityLogZeroProb,
  stabilityLog1mexp,
  stabilityLogcoshNaive,
  stabilityLogsumexpAllNeginf,
  stabilityMaskFillOverflow,
  stabilityMaskMultiply,
  stabilityMinmaxNormalise,
  stabilityNanToNumGrad,
  stabilityNormByHand,
  stabilityNormGradZero,
  stabilityOneMinusSquash,
  stabilityPercentError,
  stabilityPowFractional,
  stabilityPowOverflow,
  stabilityPowZeroExponent,
  stabilityRatioBothZero,
  stabilityRsqrtZero,
  stabilitySigmoidNaive,
  stabilitySinkhornUnderflow,
  stabilitySoftmaxNoMaxShift,
  stabilitySoftplusNaive,
  stabilitySqrtGradZero,
  stabilitySqrtOfCancellation,
  stabilityStdGradZero,
  stabilityStdOfOne,
  stabilityTanhNaive,
  stabilityWhereNanGrad,
  stabilityXlogxZero,
  stabilityZeroScaleLikelihood,
];
