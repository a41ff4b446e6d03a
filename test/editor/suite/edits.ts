/** One thing that an author does: at the text `at` the part `away` is deleted, then the pieces are typed with pauses between. */
export interface Edit {
  readonly at: string;
  readonly away: string;
  readonly pieces: readonly string[];
}

/** Where the edits begin: hazards and sound losses side by side. */
export const BEFORE = `import torch
import torch.nn.functional as F


def cross_entropy(logits, target):
    p = torch.softmax(logits, dim=-1)
    return -(target * torch.log(p)).sum(dim=-1).mean()


def bce(z, y):
    p = torch.sigmoid(z)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def distance(x, y):
    squared = ((x - y) ** 2).sum(dim=-1)
    return torch.sqrt(squared).mean()


def masked(x, y, mask):
    error = (x - y) ** 2
    return (error * mask).sum() / (mask.sum() + 1)
`;

/** Twenty edits as they are made to losses, one after another on the same text. */
export const EDITS: readonly Edit[] = [
  { at: '    p = torch.softmax', away: '', pieces: ['    """Cross', ' entropy by hand."', '""\n'] },
  { at: 'torch.log(p)).sum', away: 'torch.log(p)', pieces: ['torch.', 'log(', 'p + 1e', '-8', ')'] },
  { at: 'p + 1e-8', away: ' + 1e-8', pieces: [' +', ' 1e-', '3'] },
  { at: 'target * torch.log(p + 1e-3)', away: 'torch.log(p + 1e-3)', pieces: ['F.log_', 'softmax(', 'logits, dim', '=-1)'] },
  { at: '    p = torch.softmax(logits, dim=-1)\n', away: '    p = torch.softmax(logits, dim=-1)\n', pieces: [] },
  { at: '.sum(dim=-1).mean()\n\n\ndef bce', away: '.sum(dim=-1)', pieces: ['.sum', '(dim', '=1)'] },
  { at: '    p = torch.sigmoid(z)\n', away: '', pieces: ['    weight', ' = ', '2.', '0\n'] },
  { at: 'y * torch.log(p) +', away: 'y', pieces: ['wei', 'ght * ', 'y'] },
  { at: 'torch.sigmoid(z)\n', away: '', pieces: ['torch.sigmoid(z)', '.cla', 'mp(1e-6', ', 1 - 1e', '-6)\n    # '] },
  { at: '    # torch.sigmoid(z)\n', away: '    # torch.sigmoid(z)\n', pieces: [] },
  { at: 'torch.sqrt(squared)', away: 'torch.sqrt(squared)', pieces: ['torch.', 'sqrt(', 'squared + ', '1e-1', '2)'] },
  { at: 'squared + 1e-12', away: ' + 1e-12', pieces: ['.cl', 'amp(min', '=1e-8)'] },
  { at: '(x - y) ** 2).sum', away: '(x - y) ** 2', pieces: ['(x', ' - y', ').squ', 'are()'] },
  { at: '(mask.sum() + 1)', away: '(mask.sum() + 1)', pieces: ['mask', '.sum', '()'] },
  { at: '/ mask.sum()', away: 'mask.sum()', pieces: ['mask.sum().', 'clamp(', 'min=1', ')'] },
  { at: 'error = (x - y) ** 2', away: '(x - y) ** 2', pieces: ['torch.', 'abs(x', ' - y)', ' ** ', '1.5'] },
  { at: '1.5', away: '1.5', pieces: ['0.', '5'] },
  { at: 'def masked', away: 'def masked', pieces: ['def mas', 'ked_', 'error'] },
  { at: '    squared = ', away: '', pieces: ['    if x.', 'shape != y', '.shape:', '\n        raise ', 'ValueError(', '"shapes"', ')\n'] },
  { at: 'import torch.nn.functional as F\n', away: '', pieces: ['import', ' mat', 'h\n'] },
];
