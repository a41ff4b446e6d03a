/** Small helpers of pytorch-metric-learning. */
export const METRIC_LEARNING_HELPERS = `
import torch


def pos_inf(dtype):
    return torch.finfo(dtype).max


def neg_inf(dtype):
    return torch.finfo(dtype).min


def small_val(dtype):
    return torch.finfo(dtype).tiny


def is_list_or_tuple(x):
    return isinstance(x, (list, tuple))


def to_dtype(x, tensor=None, dtype=None):
    return x.type(tensor.dtype if dtype is None else dtype)


def to_device(x, tensor=None, device=None, dtype=None):
    return x if dtype is None else x.type(dtype)


def torch_arange_from_size(input, size_dim=0):
    return torch.arange(input.size(size_dim))


def torch_all_from_dim_to_end(x, dim):
    return torch.all(x.view(*x.shape[:dim], -1), dim=-1)


def torch_standard_scaler(x):
    return (x - torch.mean(x, dim=0)) / torch.std(x, dim=0)


def return_input(x):
    return x


def check_shapes(embeddings, labels):
    if labels is not None and embeddings.shape[0] != labels.shape[0]:
        raise ValueError("as many embeddings as labels")
    if labels is not None and labels.ndim != 1:
        raise ValueError("labels have one axis")
`;

/** Distances of pytorch-metric-learning: a matrix of each row with each, or one number for each pair of rows. */
export const METRIC_LEARNING_DISTANCES = `
import torch
import torch.nn as nn


class BaseDistance(nn.Module):
    def __init__(self, normalize_embeddings=True, p=2, power=1, is_inverted=False, collect_stats=False):
        super().__init__()
        self.normalize_embeddings = normalize_embeddings
        self.p = p
        self.power = power
        self.is_inverted = is_inverted

    def forward(self, query_emb, ref_emb=None):
        other = query_emb if ref_emb is None else ref_emb
        if query_emb.ndim != 2 or other.ndim != 2:
            raise ValueError("embeddings have two axes")
        mat = self.compute_mat(self.maybe_normalize(query_emb), self.maybe_normalize(other))
        return mat if self.power == 1 else mat**self.power

    def normalize(self, embeddings, dim=1, **kwargs):
        return nn.functional.normalize(embeddings, p=self.p, dim=dim, **kwargs)

    def maybe_normalize(self, embeddings, dim=1, **kwargs):
        return self.normalize(embeddings, dim=dim, **kwargs) if self.normalize_embeddings else embeddings

    def get_norm(self, embeddings, dim=1, **kwargs):
        return torch.norm(embeddings, p=self.p, dim=dim, **kwargs)

    def smallest_dist(self, *args, **kwargs):
        return torch.max(*args, **kwargs) if self.is_inverted else torch.min(*args, **kwargs)

    def largest_dist(self, *args, **kwargs):
        return torch.min(*args, **kwargs) if self.is_inverted else torch.max(*args, **kwargs)

    def margin(self, x, y):
        return y - x if self.is_inverted else x - y


class LpDistance(BaseDistance):
    def compute_mat(self, query_emb, ref_emb):
        return torch.cdist(query_emb, query_emb if ref_emb is None else ref_emb, p=self.p)

    def pairwise_distance(self, query_emb, ref_emb):
        return nn.functional.pairwise_distance(query_emb, ref_emb, p=self.p)


class DotProductSimilarity(BaseDistance):
    def __init__(self, **kwargs):
        super().__init__(is_inverted=True, **kwargs)

    def compute_mat(self, query_emb, ref_emb):
        return torch.matmul(query_emb, ref_emb.transpose(-1, -2))

    def pairwise_distance(self, query_emb, ref_emb):
        return torch.sum(query_emb * ref_emb, dim=1)


class CosineSimilarity(DotProductSimilarity):
    def __init__(self, **kwargs):
        super().__init__(normalize_embeddings=True, **kwargs)


class SNRDistance(BaseDistance):
    def compute_mat(self, query_emb, ref_emb):
        apart = torch.var(query_emb.unsqueeze(1) - ref_emb, dim=2)
        return apart / torch.var(query_emb, dim=1).unsqueeze(1)

    def pairwise_distance(self, query_emb, ref_emb):
        return torch.var(query_emb - ref_emb, dim=1) / torch.var(query_emb, dim=1)
`;
