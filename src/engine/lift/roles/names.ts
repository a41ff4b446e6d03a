import type { Role } from '../../ir/loss';
import { rememberText } from '../../ops/shared/remember';

/** What a parameter's name alone says of it. */
export interface NamedRole {
  readonly role: Role;
  readonly expects: 'logits' | 'probabilities' | null;
  /** A single number of the configuration, not an array. */
  readonly scalar: boolean;
}

const TARGET =
  /^(?!.*_(len(gth)?s?|sizes?|counts?|nums?|dims?)$)(y|t|yt|gt|gts|tgt|tgts|y_?(true|t|gt|target|label|real|obs)s?|true|truth|true_?(y|labels?|values?)|targets?|labels?|lbls?|ground_?truths?|actual|annotations?|insample|history|expected|ref(erence)?|one_?hot(_labels?|_targets?)?|.*_(targets?|labels?|gts?|true|truth|gold)|(targets?|labels?|gts?|true)_.*|(.*_)?(advantages?|advs?|returns|rewards?|relevances?)|(idx_)?durations?|(event|survival)_times?)$/;
const LOGITS = /^(logits?|z|.*_logits?|logits?_.*|raw_?(scores?|outputs?|preds?))$/;
const PROBABILITIES = /^(?!.*log)(p|q|pt|probs?|probabilit(y|ies)|.*_probs?|probs?_.*|prob_.*|confidences?)$/;
const PREDICTION =
  /^([a-su-z]\d?|xs|yp|ratios?|y_?(pred|hat|p|out|score|est|predicted)s?|(pred|prd|prediction|predicted|output|out|input|score|estimate|recon|reconstruction|forecast|hypothesis|approx|fake|generated|embedding|feature|anchor|positive|negative|query|key|student|teacher)s?|pred_.*|y_?(hat|pred)_\w+|.*_(preds?|predictions?|outputs?|scores?|hat|recon)|x_?hat|mu|mean|log_?var\w*|log_\w+|log[pq]s?|.*_log_?ps?|logsigma|log_?probs?|recon_x|lp|lq|emb|z_?[ijab12]|.*_loss(es)?|x_?[12]|student_.*|out\d|outputs?\d)$/;
const WEIGHT =
  /^(w|m|ws|weights?|masks?|.*_(weights?|masks?)|(weight|mask)_.*|(sample|class|pixel|pos|loss)_?weights?|valid(_.*)?|events?|event_(indicator|observed)s?|importance(_.*)?|pad_?mask|.*mask)$/;
const SCALAR =
  /^(eps|epsilon|gamma|alpha|delta|smooth(ing)?|smooth_(nr|dr|n|d)|beta\d?|temperature|temp|tau|margin\d?|lambd(a)?_?\w*|lam|reg(ularization)?|reg_(lambda|weight|strength)|lambda_reg|scale|label_smoothing|power|threshold|thresh|cut_?off|kappa|nu|rho|omega|coef(f|ficient)?|.*_(coef(f)?|factor|rate|eps|epsilon|lambda|alpha|gamma|beta|temperature|margin|power|scale|threshold|cutoff|smooth)|quantile|pos_weight_value|l[12]|l1_ratio|weight_decay|sigma_data|num_.*|n_.*|no_of_\w+|base_temperature|\w+_temp|clip_\w+|max_val(ue)?|data_range|dynamic_range|top_?k\w*|.*_fraction|n?mb_\w+|nb_\w+|(.*_)?(interval|freq(uency)?|period|every|world_size|batch_size))$/;
const SWITCH =
  /^(reduction|reduce|size_average|mode|from_logits|logits_input|ignore_index|axis|dim|dims|norm(alize)?|use_\w+|with_\w+|is_\w+|return_\w+|log_(target|input|every|base|dir|step|loss)|per_(?!.*loss)\w+|include_\w+|name|dtype|device|training|verbose|debug|epoch|step|iteration|.*_type|.*_mode|.*_index|activation|sigmoid|softmax|inplace)$/;

const LENGTHS = /^(.*_)?([a-z]?len(gth)?s?|n_?(frames|tokens|steps|points|samples|atoms|nodes|elements))$/;

const MODEL =
  /^(\w*_)?(model|net|network|apply|apply_fn|forward|predict|policy|actor|critic|encoder|decoder|generator|discriminator|classifier|regressor|backbone|head|mlp|unet|student|teacher|extractor|extract|vgg|resnet|inception)\d*$|^(f|net_?[gd])$/;

/** Whether a name is that of lengths or counts of elements: none of them is 0. */
export function isLengthName(path: string): boolean {
  return LENGTHS.test(nameOf(path));
}

/** Whether a path leads into the settings of a program: `args.crops`, `self.cfg.lr`, `config["alpha"]`. */
export function isSettingPath(path: string): boolean {
  return SETTINGS.test(path);
}

const SETTINGS =
  /^(self\.)?_?(args|cfg|config|conf|hparams|hyper_?params|opts?|flags|settings|\w*meta_?data|\w+_(args|cfg|config))(\.[a-z_]|\[")/i;

/** Whether a callable of this name is a model: what it returns is a prediction. */
export function isModelName(path: string): boolean {
  return MODEL.test(nameOf(path));
}

/** Role of a name, or null where it says nothing. Case does not matter. */
export const roleOfName = rememberText((path): NamedRole | null => {
  const name = nameOf(path);
  if (/^(reduction|reduce|size_average)$/.test(name)) return { role: 'reduction', expects: null, scalar: true };
  if (SWITCH.test(name)) return { role: 'hyperparameter', expects: null, scalar: true };
  if (/(_temp|_temperature|_tau)$/.test(name) || path === 'self.T') return { role: 'hyperparameter', expects: null, scalar: true };
  if (LENGTHS.test(name)) return { role: 'other', expects: null, scalar: false };
  if (/teacher/.test(name)) return { role: 'target', expects: null, scalar: false };
  if (LOGITS.test(name)) return { role: 'prediction', expects: 'logits', scalar: false };
  if (PROBABILITIES.test(name)) return { role: 'prediction', expects: 'probabilities', scalar: false };
  if (TARGET.test(name)) return { role: 'target', expects: null, scalar: false };
  if (/^log_(rate|sigma|scale|std|mu|lambda|intensity)$/.test(name)) return { role: 'prediction', expects: null, scalar: false };
  if (SCALAR.test(name)) return { role: 'hyperparameter', expects: null, scalar: true };
  if (WEIGHT.test(name)) return { role: 'weight', expects: null, scalar: false };
  if (PREDICTION.test(name) || (name.endsWith('()') && MODEL.test(name.slice(0, -2))))
    return { role: 'prediction', expects: null, scalar: false };
  return null;
});

/** The last word of a path: `batch["mask"]` → `mask`, `self.alpha` → `alpha`, `self.net(x)` → `net()`. */
const nameOf = rememberText((path) => {
  const last =
    /\["([^"]*)"\]$/.exec(path)?.[1] ??
    path
      .replace(/\(.*\)(#\d+)?/, '()')
      .replace(/\[\d+\]$/, '')
      .split('.')
      .pop() ??
    path;
  return last.toLowerCase().replace(/^_+|_+$/g, '');
});

/** What a number is taken for that must be known, by its name; null where that says nothing. */
export function guessOfName(path: string): number | null {
  const name = nameOf(path);
  return GUESSES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Transforms of short signals, sizes that change nothing, and the first position. */
const GUESSES: readonly (readonly [RegExp, number])[] = [
  [/^(n_?fft|(fft|win(dow)?|filter|frame)_(size|len(gth)?))$/, 16],
  [/^((n|num)_?mels?|n_mel_channels|mel_(bins|channels))$/, 4],
  [/^(hop|shift|frame_shift|frame_step)(_(size|len(gth)?))?$/, 4],
  [/^(sample|sampling)_?rate$|^sr$|^fs$/, 8000],
  [/(scale|scaling|ratio|factor|padding|dilation|stride|patience)$/, 1],
  [/(idx|index|_id)$/, 0],
];

/** Known value of a count or switch that has no default: classes, axes, ignored labels. */
export function countOfName(path: string, classes: number): number | null {
  const name = nameOf(path);
  if (
    /^(num_?class(es)?|n_?class(es)?|nb_class(es)?|nclass(es)?|class_num|num_labels|n_labels|num_categories|num_outputs|vocab_size|cls_num)$/.test(
      name,
    )
  )
    return classes;
  if (/^((n|num)_?(fft|mels?)|n_mel_channels)$/.test(name)) return guessOfName(path);
  if (/^(axis|dim)$/.test(name)) return -1;
  if (/^ignore_(index|label)$/.test(name)) return -100;
  if (/^blank(_(index|idx|id|label))?$/.test(name)) return 0;
  if (/^(batch_size|bs|world_size|(n|num|nb)_\w+)$/.test(name) && !/loss|weight/.test(name)) return 2;
  if (
    /^(window|win|kernel|filter|patch)_?size$|^(student|teacher|stu|tea|[st])_(dims?|channels?)$|^(embedding|emb|embed|feat|feature|hidden|in|out)_?(size|dim|dims|features|channels)$/.test(
      name,
    )
  )
    return 3;
  return null;
}
