// Written by `npm run generate` from the folders beside this file.
import type { Composite } from './build';
import { baddbmm } from './array/baddbmm';
import { celu } from './array/celu';
import { covariance } from './array/covariance';
import { cross } from './array/cross';
import { diff } from './array/diff';
import { directedArgsort } from './array/directed-argsort';
import { directedCumsum } from './array/directed-cumsum';
import { directedSort } from './array/directed-sort';
import { frac } from './array/frac';
import { glu } from './array/glu';
import { hardshrink } from './array/hardshrink';
import { kron } from './array/kron';
import { maskedSoftmax } from './array/masked-softmax';
import { nanmean } from './array/nanmean';
import { nansum } from './array/nansum';
import { negatedSoftmax } from './array/negated-softmax';
import { pdist } from './array/pdist';
import { quantile } from './array/quantile';
import { scaled } from './array/scaled';
import { segmentSum } from './array/segment-sum';
import { softshrink } from './array/softshrink';
import { sparsePlus } from './array/sparse-plus';
import { symmetricCholesky } from './array/symmetric-cholesky';
import { tanhshrink } from './array/tanhshrink';
import { threshold } from './array/threshold';
import { trapezoid } from './array/trapezoid';
import { triangularSolve } from './array/triangular-solve';
import { vdot } from './array/vdot';
import { weightedLogsumexp } from './array/weighted-logsumexp';
import { bernoulliEntropy } from './distribution/bernoulli-entropy';
import { bernoulliLogProb } from './distribution/bernoulli-log-prob';
import { betaEntropy } from './distribution/beta-entropy';
import { betaLogProb } from './distribution/beta-log-prob';
import { binomialLogProb } from './distribution/binomial-log-prob';
import { categoricalEntropy } from './distribution/categorical-entropy';
import { categoricalLogProb } from './distribution/categorical-log-prob';
import { cauchyLogProb } from './distribution/cauchy-log-prob';
import { dirichletLogProb } from './distribution/dirichlet-log-prob';
import { exponentialEntropy } from './distribution/exponential-entropy';
import { exponentialLogProb } from './distribution/exponential-log-prob';
import { gammaEntropy } from './distribution/gamma-entropy';
import { gammaLogProb } from './distribution/gamma-log-prob';
import { geometricLogProb } from './distribution/geometric-log-prob';
import { gumbelLogProb } from './distribution/gumbel-log-prob';
import { halfNormalLogProb } from './distribution/half-normal-log-prob';
import { klBernoulli } from './distribution/kl-bernoulli';
import { klBeta } from './distribution/kl-beta';
import { klCategorical } from './distribution/kl-categorical';
import { klDirichlet } from './distribution/kl-dirichlet';
import { klExponential } from './distribution/kl-exponential';
import { klGamma } from './distribution/kl-gamma';
import { klLaplace } from './distribution/kl-laplace';
import { klMultivariateNormal } from './distribution/kl-multivariate-normal';
import { klNormal } from './distribution/kl-normal';
import { klPoisson } from './distribution/kl-poisson';
import { laplaceEntropy } from './distribution/laplace-entropy';
import { laplaceLogProb } from './distribution/laplace-log-prob';
import { logNormalLogProb } from './distribution/log-normal-log-prob';
import { multivariateNormalLogProb } from './distribution/multivariate-normal-log-prob';
import { negativeBinomialLogProb } from './distribution/negative-binomial-log-prob';
import { normalCdf } from './distribution/normal-cdf';
import { normalEntropy } from './distribution/normal-entropy';
import { normalLogNdtr } from './distribution/normal-log-ndtr';
import { normalLogProb } from './distribution/normal-log-prob';
import { normalLogpdf } from './distribution/normal-logpdf';
import { normalNdtr } from './distribution/normal-ndtr';
import { poissonLogProb } from './distribution/poisson-log-prob';
import { studentTLogProb } from './distribution/student-t-log-prob';
import { uniformLogProb } from './distribution/uniform-log-prob';
import { adaptiveAveragePool } from './image/adaptive-average-pool';
import { averagePool } from './image/average-pool';
import { convolution } from './image/convolution';
import { fold } from './image/fold';
import { maximumPool } from './image/maximum-pool';
import { pixelShuffle } from './image/pixel-shuffle';
import { pixelUnshuffle } from './image/pixel-unshuffle';
import { resize } from './image/resize';
import { unfold } from './image/unfold';
import { kerasBackendBinaryCrossentropy } from './keras/keras-backend-binary-crossentropy';
import { kerasBackendSqrt } from './keras/keras-backend-sqrt';
import { kerasBinaryCrossentropy } from './keras/keras-binary-crossentropy';
import { kerasBinaryFocalCrossentropy } from './keras/keras-binary-focal-crossentropy';
import { kerasCategoricalCrossentropy } from './keras/keras-categorical-crossentropy';
import { kerasCategoricalFocalCrossentropy } from './keras/keras-categorical-focal-crossentropy';
import { kerasCategoricalHinge } from './keras/keras-categorical-hinge';
import { kerasCircle } from './keras/keras-circle';
import { kerasCosineSimilarity } from './keras/keras-cosine-similarity';
import { kerasCtcBatchCost } from './keras/keras-ctc-batch-cost';
import { kerasCtc } from './keras/keras-ctc';
import { kerasDice } from './keras/keras-dice';
import { kerasGeneralizedCrossEntropy } from './keras/keras-generalized-cross-entropy';
import { kerasHinge } from './keras/keras-hinge';
import { kerasHuber } from './keras/keras-huber';
import { kerasKlDivergence } from './keras/keras-kl-divergence';
import { kerasLogCosh } from './keras/keras-log-cosh';
import { kerasMae } from './keras/keras-mae';
import { kerasMape } from './keras/keras-mape';
import { kerasMse } from './keras/keras-mse';
import { kerasMsle } from './keras/keras-msle';
import { kerasOpsBinaryCrossentropy } from './keras/keras-ops-binary-crossentropy';
import { kerasOpsCategoricalCrossentropy } from './keras/keras-ops-categorical-crossentropy';
import { kerasOpsLogaddexp } from './keras/keras-ops-logaddexp';
import { kerasOpsSparseCategoricalCrossentropy } from './keras/keras-ops-sparse-categorical-crossentropy';
import { kerasPoisson } from './keras/keras-poisson';
import { kerasSparseCategoricalCrossentropy } from './keras/keras-sparse-categorical-crossentropy';
import { kerasSquaredHinge } from './keras/keras-squared-hinge';
import { kerasTversky } from './keras/keras-tversky';
import { batchNorm } from './norm/batch-norm';
import { groupNorm } from './norm/group-norm';
import { instanceNorm } from './norm/instance-norm';
import { layerNorm } from './norm/layer-norm';
import { rmsNorm } from './norm/rms-norm';
import { tfBatchNormalization } from './norm/tf-batch-normalization';
import { halfSquaredError } from './optax/half-squared-error';
import { optaxBinaryDice } from './optax/optax-binary-dice';
import { optaxConvexKlDivergence } from './optax/optax-convex-kl-divergence';
import { optaxCosineDistance } from './optax/optax-cosine-distance';
import { optaxCosineSimilarity } from './optax/optax-cosine-similarity';
import { optaxCtc } from './optax/optax-ctc';
import { optaxDice } from './optax/optax-dice';
import { optaxGeneralizedDice } from './optax/optax-generalized-dice';
import { optaxHinge } from './optax/optax-hinge';
import { optaxHuber } from './optax/optax-huber';
import { optaxKlDivergenceLogTargets } from './optax/optax-kl-divergence-log-targets';
import { optaxKlDivergence } from './optax/optax-kl-divergence';
import { optaxLogCosh } from './optax/optax-log-cosh';
import { optaxMulticlassHinge } from './optax/optax-multiclass-hinge';
import { optaxMulticlassPerceptron } from './optax/optax-multiclass-perceptron';
import { optaxMulticlassSparsemax } from './optax/optax-multiclass-sparsemax';
import { optaxNtxent } from './optax/optax-ntxent';
import { optaxPerceptron } from './optax/optax-perceptron';
import { optaxRankingSoftmax } from './optax/optax-ranking-softmax';
import { optaxSigmoidBce } from './optax/optax-sigmoid-bce';
import { optaxSigmoidFocal } from './optax/optax-sigmoid-focal';
import { optaxSparseSoftmaxCrossEntropy } from './optax/optax-sparse-softmax-cross-entropy';
import { optaxSparsemax } from './optax/optax-sparsemax';
import { optaxTripletMargin } from './optax/optax-triplet-margin';
import { polyCrossEntropy } from './optax/poly-cross-entropy';
import { safeSoftmaxCrossEntropy } from './optax/safe-softmax-cross-entropy';
import { smoothLabels } from './optax/smooth-labels';
import { softmaxCrossEntropy } from './optax/softmax-cross-entropy';
import { squaredError } from './optax/squared-error';
import { ctc } from './sequence/ctc';
import { tfCtc } from './sequence/tf-ctc';
import { betaln } from './special/betaln';
import { relEntr } from './special/rel-entr';
import { scipyHuber } from './special/scipy-huber';
import { scipyPseudoHuber } from './special/scipy-pseudo-huber';
import { xlog1py } from './special/xlog1py';
import { l2Penalty } from './tensorflow/l2-penalty';
import { squaredDifference } from './tensorflow/squared-difference';
import { tfConvolution } from './tensorflow/tf-convolution';
import { tfLogPoisson } from './tensorflow/tf-log-poisson';
import { tfMatmul } from './tensorflow/tf-matmul';
import { tfMatvec } from './tensorflow/tf-matvec';
import { tfPool } from './tensorflow/tf-pool';
import { tfPsnr } from './tensorflow/tf-psnr';
import { tfSigmoidCrossEntropy } from './tensorflow/tf-sigmoid-cross-entropy';
import { tfSoftmaxCrossEntropy } from './tensorflow/tf-softmax-cross-entropy';
import { tfSparseSoftmaxCrossEntropy } from './tensorflow/tf-sparse-softmax-cross-entropy';
import { tfSsim } from './tensorflow/tf-ssim';
import { tfTotalVariation } from './tensorflow/tf-total-variation';
import { tfWeightedCrossEntropy } from './tensorflow/tf-weighted-cross-entropy';
import { bceWithLogits } from './torch/bce-with-logits';
import { binaryCrossEntropy } from './torch/binary-cross-entropy';
import { cosineEmbedding } from './torch/cosine-embedding';
import { crossEntropy } from './torch/cross-entropy';
import { gaussianNll } from './torch/gaussian-nll';
import { hingeEmbedding } from './torch/hinge-embedding';
import { huber } from './torch/huber';
import { klDiv } from './torch/kl-div';
import { l1 } from './torch/l1';
import { marginRanking } from './torch/margin-ranking';
import { mse } from './torch/mse';
import { multiMargin } from './torch/multi-margin';
import { multilabelMargin } from './torch/multilabel-margin';
import { multilabelSoftMargin } from './torch/multilabel-soft-margin';
import { nll } from './torch/nll';
import { pairwiseDistance } from './torch/pairwise-distance';
import { poissonNll } from './torch/poisson-nll';
import { sigmoidFocal } from './torch/sigmoid-focal';
import { smoothL1 } from './torch/smooth-l1';
import { softMargin } from './torch/soft-margin';
import { tripletMargin } from './torch/triplet-margin';

/** Every composite loss. */
export const COMPOSITES: readonly Composite[] = [
  baddbmm,
  celu,
  covariance,
  cross,
  diff,
  directedArgsort,
  directedCumsum,
  directedSort,
  frac,
  glu,
  hardshrink,
  kron,
  maskedSoftmax,
  nanmean,
  nansum,
  negatedSoftmax,
  pdist,
  quantile,
  scaled,
  segmentSum,
  softshrink,
  sparsePlus,
  symmetricCholesky,
  tanhshrink,
  threshold,
  trapezoid,
  triangularSolve,
  vdot,
  weightedLogsumexp,
  bernoulliEntropy,
  bernoulliLogProb,
  betaEntropy,
  betaLogProb,
  binomialLogProb,
  categoricalEntropy,
  categoricalLogProb,
  cauchyLogProb,
  dirichletLogProb,
  exponentialEntropy,
  exponentialLogProb,
  gammaEntropy,
  gammaLogProb,
  geometricLogProb,
  gumbelLogProb,
  halfNormalLogProb,
  klBernoulli,
  klBeta,
  klCategorical,
  klDirichlet,
  klExponential,
  klGamma,
  klLaplace,
  klMultivariateNormal,
  klNormal,
  klPoisson,
  laplaceEntropy,
  laplaceLogProb,
  logNormalLogProb,
  multivariateNormalLogProb,
  negativeBinomialLogProb,
  normalCdf,
  normalEntropy,
  normalLogNdtr,
  normalLogProb,
  normalLogpdf,
  normalNdtr,
  poissonLogProb,
  studentTLogProb,
  uniformLogProb,
  adaptiveAveragePool,
  averagePool,
  convolution,
  fold,
  maximumPool,
  pixelShuffle,
  pixelUnshuffle,
  resize,
  unfold,
  kerasBackendBinaryCrossentropy,
  kerasBackendSqrt,
  kerasBinaryCrossentropy,
  kerasBinaryFocalCrossentropy,
  kerasCategoricalCrossentropy,
  kerasCategoricalFocalCrossentropy,
  kerasCategoricalHinge,
  kerasCircle,
  kerasCosineSimilarity,
  kerasCtcBatchCost,
  kerasCtc,
  kerasDice,
  kerasGeneralizedCrossEntropy,
  kerasHinge,
  kerasHuber,
  kerasKlDivergence,
  kerasLogCosh,
  kerasMae,
  kerasMape,
  kerasMse,
  kerasMsle,
  kerasOpsBinaryCrossentropy,
  kerasOpsCategoricalCrossentropy,
  kerasOpsLogaddexp,
  kerasOpsSparseCategoricalCrossentropy,
  kerasPoisson,
  kerasSparseCategoricalCrossentropy,
  kerasSquaredHinge,
  kerasTversky,
  batchNorm,
  groupNorm,
  instanceNorm,
  layerNorm,
  rmsNorm,
  tfBatchNormalization,
  halfSquaredError,
  optaxBinaryDice,
  optaxConvexKlDivergence,
  optaxCosineDistance,
  optaxCosineSimilarity,
  optaxCtc,
  optaxDice,
  optaxGeneralizedDice,
  optaxHinge,
  optaxHuber,
  optaxKlDivergenceLogTargets,
  optaxKlDivergence,
  optaxLogCosh,
  optaxMulticlassHinge,
  optaxMulticlassPerceptron,
  optaxMulticlassSparsemax,
  optaxNtxent,
  optaxPerceptron,
  optaxRankingSoftmax,
  optaxSigmoidBce,
  optaxSigmoidFocal,
  optaxSparseSoftmaxCrossEntropy,
  optaxSparsemax,
  optaxTripletMargin,
  polyCrossEntropy,
  safeSoftmaxCrossEntropy,
  smoothLabels,
  softmaxCrossEntropy,
  squaredError,
  ctc,
  tfCtc,
  betaln,
  relEntr,
  scipyHuber,
  scipyPseudoHuber,
  xlog1py,
  l2Penalty,
  squaredDifference,
  tfConvolution,
  tfLogPoisson,
  tfMatmul,
  tfMatvec,
  tfPool,
  tfPsnr,
  tfSigmoidCrossEntropy,
  tfSoftmaxCrossEntropy,
  tfSparseSoftmaxCrossEntropy,
  tfSsim,
  tfTotalVariation,
  tfWeightedCrossEntropy,
  bceWithLogits,
  binaryCrossEntropy,
  cosineEmbedding,
  crossEntropy,
  gaussianNll,
  hingeEmbedding,
  huber,
  klDiv,
  l1,
  marginRanking,
  mse,
  multiMargin,
  multilabelMargin,
  multilabelSoftMargin,
  nll,
  pairwiseDistance,
  poissonNll,
  sigmoidFocal,
  smoothL1,
  softMargin,
  tripletMargin,
];
