/** Further functions of `torch`: counts, factors of matrices, special functions, logic of truths. */
export const TORCH_FURTHER_TOLD = `
import math


def get_default_dtype():
    return torch.float32


def triu_indices(row, col, offset=0, *, dtype=None, device=None, layout=None):
    places = [(i, j) for i in builtins.range(row) for j in builtins.range(col) if j - i >= offset]
    return torch.tensor([[i for i, j in places], [j for i, j in places]])


def mvlgamma(input, p):
    shifted = input.unsqueeze(-1) - 0.5 * torch.arange(p)
    return torch.lgamma(shifted).sum(-1) + p * (p - 1) / 4 * math.log(math.pi)


def _whole(factor, upper):
    factor = factor.mT if upper else factor
    factor = torch.tril(factor).detach() + (factor - factor.detach())
    return factor @ factor.mT


def cholesky_solve(input, L, upper=False):
    return torch.linalg.solve(_whole(L, upper), input)


def cholesky_inverse(L, upper=False):
    return torch.inverse(_whole(L, upper))


def masked_scatter(input, mask, source):
    mask = mask.expand_as(input)
    order = torch.cumsum(mask.reshape(-1).long(), 0) - 1
    values = source.reshape(-1)[torch.clamp(order, 0, source.numel() - 1)]
    return torch.where(mask, values.reshape(input.shape), input)


def multinomial(input, num_samples, replacement=False, *, generator=None):
    return torch.randint(0, input.shape[-1], tuple(input.shape[:-1]) + (num_samples,))


def logical_xor(input, other):
    return (input != 0) != (other != 0)
`;

/** Special functions of torch that are others put together. */
export const TORCH_SPECIAL_TOLD = `
import torch


def multigammaln(input, p):
    return torch.mvlgamma(input, p)
`;

/** Sequences of several lengths, side by side. */
export const TORCH_SEQUENCES = `
import torch
import torch.nn.functional as F


def pad_sequence(sequences, batch_first=False, padding_value=0.0, padding_side="right"):
    if padding_side != "right":
        raise NotImplementedError("padding on the left")
    longest = max([one.shape[0] for one in sequences])
    rows = []
    for one in sequences:
        rows.append(F.pad(one, (0, 0) * (one.dim() - 1) + (0, longest - one.shape[0]), value=padding_value))
    return torch.stack(rows, dim=0 if batch_first else 1)
`;
