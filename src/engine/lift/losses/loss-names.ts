const WORD = '(?:^|_)';
const END = '(?:$|_|\\d)';

/** Names that say loss outright. */
export const STRONG = new RegExp(
  `loss|criterion|${WORD}((binary_?|categorical_?)?cross_?entropy|bce|ce|mse|mae|rmse|nll|hinge|huber|focal(?!_?(length|dist|plane|point))|triplet|contrastive|info_?nce|nt_?xent|penalty|regulari[sz](er|ation)|elbo|l[12]_?reg|smooth_?l1|mape|smape|msle|mle|epe|x_?ent|nce|wing|brier|charbonnier|logcosh|log_cosh|quantile|pinball|tversky|lovasz\\w*|kl_?div(ergence)?|objective)${END}`,
  'i',
);

/** Names of measures that a loss may be, unless a loss calls it. */
export const WEAK = new RegExp(
  `${WORD}(((cl|gen|soft)_?)?dice|[gdce]?iou|(m|ms_?)?ssim|jaccard|kl|kld|divergence|entropy|likelihood|energy|distance|discrepancy|mmd|cost|error|residual|poisson|cosine_similarity|similarity|total_variation|tv|softmargin|margin|npair|gini|emd|wasserstein|sinkhorn|correlation|deviance|regret|(?<!re_)ranking|label_smoothing)${END}`,
  'i',
);

/** A file that is called after losses, or lies in a folder of them. */
const LOSS_FILE = /loss|criteri|objective/i;
const LOSS_FOLDER = /^loss|loss(es)?$|criteri|objective/i;

/** A folder of what is written for one library, which is called after that. */
const OF_LIBRARY = /^_?(py)?torch|^(keras|tf|tensorflow|jax|flax|numpy)$/i;

/** A file of measures by which models are judged after training, or a folder of them. */
const MEASURES = /^(metrics?|eval(uations?|uators?)?|measures?)(\.py|_\w+\.py)?$|_(metrics?|eval(uation)?)(\.py)?$/i;

/** Whether a file is called after losses, or lies in a folder of them and is none of measures. */
export function isHome(path: string): boolean {
  const [file = '', folder = '', above = ''] = path.split('/').reverse();
  return LOSS_FILE.test(file) || (!MEASURES.test(file) && LOSS_FOLDER.test(OF_LIBRARY.test(folder) ? above : folder));
}

/** Whether a file is one that pytest collects, by its name. */
export function isTestModule(path: string): boolean {
  return /^(test_.*|.*_test|conftest)\.py$/.test(path.split('/').pop() ?? '');
}

/** Whether a file holds measures, or lies in a folder of them. */
export function isOfMeasures(path: string): boolean {
  return path
    .split('/')
    .slice(-2)
    .some((part) => MEASURES.test(part));
}

/** A name in capitals with its words apart: `DSERegularizer` is `DSE_Regularizer`. */
export function inWords(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z]{2})/g, (_, end: string | undefined, start = '', capital = '') =>
    end === undefined ? `${capital}_` : `${end}_${start}`,
  );
}

/** Whether a name of a function or class, in either spelling, has a word of a loss. */
export function namesLoss(name: string): boolean {
  const words = inWords(name);
  return /loss|criterion/i.test(name) || [name, words].some((one) => STRONG.test(one) || WEAK.test(one));
}

/** Names of gradients. */
export const GRADIENT = /(^|_)(grad|gradient|derivative|deriv|jacobian|hessian)s?$|(^|_)(grad|gradient)_of_|backward/i;

/** What a loss is multiplied with, or what is measured of it. */
export const FACTOR = /loss_(coeffs?|coefs?|coefficients?|weights?|factors?|scale|metrics?)(_|$)/i;

/** Functions around losses, not losses. */
export const AROUND =
  /(^|_)(plot|print|help|log_loss(es)?_to|show|draw|save|load|get|build|make|create|register|train|test|eval|evaluate|inference|validate|update|backward|parse|init|setup|configure|is|has|num|reset|schedule|scheduler|grad|callback|logger|history|curve|names?|weights?|dict|fn_factory|factory|from_config|step)(_|$)/i;

/** Whether a name is that of a loss and of nothing around one. */
export function lossName(name: string): boolean {
  return (STRONG.test(name) || WEAK.test(name)) && !AROUND.test(name.replace(/(^|_)weights?(?=_)/gi, ''));
}
