// Written by `npm run generate` from the folders beside it.
import { notConvex as convexityNotConvex } from './convexity/not-convex';
import { autogradAtKink as differentiabilityAutogradAtKink } from './differentiability/autograd-at-kink';
import { infiniteSlope as differentiabilityInfiniteSlope } from './differentiability/infinite-slope';
import { jump as differentiabilityJump } from './differentiability/jump';
import { kink as differentiabilityKink } from './differentiability/kink';
import { argmax as gradientArgmax } from './gradient/argmax';
import { comparison as gradientComparison } from './gradient/comparison';
import { detached as gradientDetached } from './gradient/detached';
import { handwrittenWrong as gradientHandwrittenWrong } from './gradient/handwritten-wrong';
import { inPlace as gradientInPlace } from './gradient/in-place';
import { integerCast as gradientIntegerCast } from './gradient/integer-cast';
import { item as gradientItem } from './gradient/item';
import { noGrad as gradientNoGrad } from './gradient/no-grad';
import { numpy as gradientNumpy } from './gradient/numpy';
import { rewrapped as gradientRewrapped } from './gradient/rewrapped';
import { round as gradientRound } from './gradient/round';
import { saturates as gradientSaturates } from './gradient/saturates';
import { unusedPrediction as gradientUnusedPrediction } from './gradient/unused-prediction';
import { acosAsinEdge as stabilityAcosAsinEdge } from './stability/acos-asin-edge';
import { acoshEdge as stabilityAcoshEdge } from './stability/acosh-edge';
import { atan2Origin as stabilityAtan2Origin } from './stability/atan2-origin';
import { atanhLogitEdge as stabilityAtanhLogitEdge } from './stability/atanh-logit-edge';
import { bceOnHalfProb as stabilityBceOnHalfProb } from './stability/bce-on-half-prob';
import { choleskyNearSingular as stabilityCholeskyNearSingular } from './stability/cholesky-near-singular';
import { clampAfterExp as stabilityClampAfterExp } from './stability/clamp-after-exp';
import { clampKillsGrad as stabilityClampKillsGrad } from './stability/clamp-kills-grad';
import { ctcInf as stabilityCtcInf } from './stability/ctc-inf';
import { divByNorm as stabilityDivByNorm } from './stability/div-by-norm';
import { divByStd as stabilityDivByStd } from './stability/div-by-std';
import { divEpsWrongSign as stabilityDivEpsWrongSign } from './stability/div-eps-wrong-sign';
import { divUnguarded as stabilityDivUnguarded } from './stability/div-unguarded';
import { emptyMean as stabilityEmptyMean } from './stability/empty-mean';
import { epsAbsorbed as stabilityEpsAbsorbed } from './stability/eps-absorbed';
import { epsHugeGrad as stabilityEpsHugeGrad } from './stability/eps-huge-grad';
import { epsOutsideRoot as stabilityEpsOutsideRoot } from './stability/eps-outside-root';
import { epsReciprocalOverflow as stabilityEpsReciprocalOverflow } from './stability/eps-reciprocal-overflow';
import { epsSquared as stabilityEpsSquared } from './stability/eps-squared';
import { epsUnderflows as stabilityEpsUnderflows } from './stability/eps-underflows';
import { expLogratio as stabilityExpLogratio } from './stability/exp-logratio';
import { expLogvar as stabilityExpLogvar } from './stability/exp-logvar';
import { expUnbounded as stabilityExpUnbounded } from './stability/exp-unbounded';
import { expm1Missing as stabilityExpm1Missing } from './stability/expm1-missing';
import { fullyMaskedSoftmax as stabilityFullyMaskedSoftmax } from './stability/fully-masked-softmax';
import { gumbelLogLog as stabilityGumbelLogLog } from './stability/gumbel-log-log';
import { halfSquareOverflow as stabilityHalfSquareOverflow } from './stability/half-square-overflow';
import { halfSumOverflow as stabilityHalfSumOverflow } from './stability/half-sum-overflow';
import { handmadeMaxshiftTie as stabilityHandmadeMaxshiftTie } from './stability/handmade-maxshift-tie';
import { infLogitInBce as stabilityInfLogitInBce } from './stability/inf-logit-in-bce';
import { infTimesZero as stabilityInfTimesZero } from './stability/inf-times-zero';
import { klRatio as stabilityKlRatio } from './stability/kl-ratio';
import { lgammaCancellation as stabilityLgammaCancellation } from './stability/lgamma-cancellation';
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
import { log1pMissing as stabilityLog1pMissing } from './stability/log1p-missing';
import { logcoshNaive as stabilityLogcoshNaive } from './stability/logcosh-naive';
import { logsumexpAllNeginf as stabilityLogsumexpAllNeginf } from './stability/logsumexp-all-neginf';
import { lowPrecisionStall as stabilityLowPrecisionStall } from './stability/low-precision-stall';
import { maskFillOverflow as stabilityMaskFillOverflow } from './stability/mask-fill-overflow';
import { maskMultiply as stabilityMaskMultiply } from './stability/mask-multiply';
import { minmaxNormalise as stabilityMinmaxNormalise } from './stability/minmax-normalise';
import { nanToNumGrad as stabilityNanToNumGrad } from './stability/nan-to-num-grad';
import { normByHand as stabilityNormByHand } from './stability/norm-by-hand';
import { normGradZero as stabilityNormGradZero } from './stability/norm-grad-zero';
import { oneMinusCos as stabilityOneMinusCos } from './stability/one-minus-cos';
import { oneMinusExp as stabilityOneMinusExp } from './stability/one-minus-exp';
import { oneMinusSquash as stabilityOneMinusSquash } from './stability/one-minus-squash';
import { percentError as stabilityPercentError } from './stability/percent-error';
import { powFractional as stabilityPowFractional } from './stability/pow-fractional';
import { powOverflow as stabilityPowOverflow } from './stability/pow-overflow';
import { powZeroExponent as stabilityPowZeroExponent } from './stability/pow-zero-exponent';
import { ratioBothZero as stabilityRatioBothZero } from './stability/ratio-both-zero';
import { rsqrtZero as stabilityRsqrtZero } from './stability/rsqrt-zero';
import { sigmoidNaive as stabilitySigmoidNaive } from './stability/sigmoid-naive';
import { sigmoidThenBce as stabilitySigmoidThenBce } from './stability/sigmoid-then-bce';
import { sinkhornUnderflow as stabilitySinkhornUnderflow } from './stability/sinkhorn-underflow';
import { softmaxNoMaxShift as stabilitySoftmaxNoMaxShift } from './stability/softmax-no-max-shift';
import { softplusNaive as stabilitySoftplusNaive } from './stability/softplus-naive';
import { sqdistExpansion as stabilitySqdistExpansion } from './stability/sqdist-expansion';
import { sqrtGradZero as stabilitySqrtGradZero } from './stability/sqrt-grad-zero';
import { sqrtMinusOne as stabilitySqrtMinusOne } from './stability/sqrt-minus-one';
import { sqrtOfCancellation as stabilitySqrtOfCancellation } from './stability/sqrt-of-cancellation';
import { stdGradZero as stabilityStdGradZero } from './stability/std-grad-zero';
import { stdOfOne as stabilityStdOfOne } from './stability/std-of-one';
import { svdEighDegenerate as stabilitySvdEighDegenerate } from './stability/svd-eigh-degenerate';
import { tanhNaive as stabilityTanhNaive } from './stability/tanh-naive';
import { varTwoMoment as stabilityVarTwoMoment } from './stability/var-two-moment';
import { whereNanGrad as stabilityWhereNanGrad } from './stability/where-nan-grad';
import { xlogxZero as stabilityXlogxZero } from './stability/xlogx-zero';
import { zeroScaleLikelihood as stabilityZeroScaleLikelihood } from './stability/zero-scale-likelihood';
import type { Rule } from './rule';

/** Every rule, by code. */
export const RULES: readonly Rule[] = [
  convexityNotConvex,
  differentiabilityAutogradAtKink,
  differentiabilityInfiniteSlope,
  differentiabilityJump,
  differentiabilityKink,
  gradientArgmax,
  gradientComparison,
  gradientDetached,
  gradientHandwrittenWrong,
  gradientInPlace,
  gradientIntegerCast,
  gradientItem,
  gradientNoGrad,
  gradientNumpy,
  gradientRewrapped,
  gradientRound,
  gradientSaturates,
  gradientUnusedPrediction,
  stabilityAcosAsinEdge,
  stabilityAcoshEdge,
  stabilityAtan2Origin,
  stabilityAtanhLogitEdge,
  stabilityBceOnHalfProb,
  stabilityCholeskyNearSingular,
  stabilityClampAfterExp,
  stabilityClampKillsGrad,
  stabilityCtcInf,
  stabilityDivByNorm,
  stabilityDivByStd,
  stabilityDivEpsWrongSign,
  stabilityDivUnguarded,
  stabilityEmptyMean,
  stabilityEpsAbsorbed,
  stabilityEpsHugeGrad,
  stabilityEpsOutsideRoot,
  stabilityEpsReciprocalOverflow,
  stabilityEpsSquared,
  stabilityEpsUnderflows,
  stabilityExpLogratio,
  stabilityExpLogvar,
  stabilityExpUnbounded,
  stabilityExpm1Missing,
  stabilityFullyMaskedSoftmax,
  stabilityGumbelLogLog,
  stabilityHalfSquareOverflow,
  stabilityHalfSumOverflow,
  stabilityHandmadeMaxshiftTie,
  stabilityInfLogitInBce,
  stabilityInfTimesZero,
  stabilityKlRatio,
  stabilityLgammaCancellation,
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
  stabilityLog1pMissing,
  stabilityLogcoshNaive,
  stabilityLogsumexpAllNeginf,
  stabilityLowPrecisionStall,
  stabilityMaskFillOverflow,
  stabilityMaskMultiply,
  stabilityMinmaxNormalise,
  stabilityNanToNumGrad,
  stabilityNormByHand,
  stabilityNormGradZero,
  stabilityOneMinusCos,
  stabilityOneMinusExp,
  stabilityOneMinusSquash,
  stabilityPercentError,
  stabilityPowFractional,
  stabilityPowOverflow,
  stabilityPowZeroExponent,
  stabilityRatioBothZero,
  stabilityRsqrtZero,
  stabilitySigmoidNaive,
  stabilitySigmoidThenBce,
  stabilitySinkhornUnderflow,
  stabilitySoftmaxNoMaxShift,
  stabilitySoftplusNaive,
  stabilitySqdistExpansion,
  stabilitySqrtGradZero,
  stabilitySqrtMinusOne,
  stabilitySqrtOfCancellation,
  stabilityStdGradZero,
  stabilityStdOfOne,
  stabilitySvdEighDegenerate,
  stabilityTanhNaive,
  stabilityVarTwoMoment,
  stabilityWhereNanGrad,
  stabilityXlogxZero,
  stabilityZeroScaleLikelihood,
];
