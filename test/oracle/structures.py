"""Values and gradients of operations on shapes, indices, matrices and images, as PyTorch computes them in double precision.

Writes structures.json beside this file.
"""

import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

rng = np.random.default_rng(7)


def grid(*shape):
    """Distinct values, so that a wrong axis cannot go unseen."""
    n = int(np.prod(shape))
    return (rng.permutation(n) * 0.25 - n / 10 + rng.uniform(0, 0.1, n)).round(6).reshape(shape)


A, B = grid(2, 3), grid(2, 3)
M = grid(3, 3) + 3 * np.eye(3)
CASES = []


def case(op, attributes, operands, f, integers=()):
    CASES.append((op, attributes, operands, f, integers))


case("reshape", {"shape": [3, 2]}, [A], lambda x: x.reshape(3, 2))
case("reshape", {"shape": [-1]}, [A], lambda x: x.reshape(-1))
case("transpose", {"axes": None}, [A], lambda x: x.T)
case("transpose", {"axes": [2, 0, 1]}, [grid(2, 3, 4)], lambda x: x.permute(2, 0, 1))
case("broadcast_to", {"shape": [4, 2, 3]}, [A], lambda x: x.expand(4, 2, 3))
case("broadcast_to", {"shape": [2, 3]}, [grid(2, 1)], lambda x: x.expand(2, 3))
case("concatenate", {"axis": 1}, [A, grid(2, 2)], lambda x, y: torch.cat([x, y], 1))
case("concatenate", {"axis": 0}, [A, B], lambda x, y: torch.cat([x, y], 0))
case("concatenate", {"axis": -1}, [grid(2, 2, 2), grid(2, 2, 3)], lambda x, y: torch.cat([x, y], -1))
for axis in (0, 1, 2, -1):
    case("stack", {"axis": axis}, [A, B], lambda x, y, axis=axis: torch.stack([x, y], axis))
case("slice", {"starts": [None, 1], "stops": [None, None], "steps": [1, 1]}, [A], lambda x: x[:, 1:])
case("slice", {"starts": [1, 0], "stops": [None, -1], "steps": [1, 2]}, [grid(3, 4)], lambda x: x[1:, 0:-1:2])
case("slice", {"starts": [None], "stops": [None], "steps": [-1]}, [grid(4)], lambda x: x.flip(0))
case("slice", {"starts": [-1], "stops": [0], "steps": [-2]}, [grid(6)], lambda x: x[[5, 3, 1]])
case("index_update", {"starts": [0, 1], "stops": [1, 3], "steps": [1, 1]}, [A, grid(1, 2)], lambda x, u: torch.slice_scatter(x, torch.cat([x[0:1, :1], u], 1), 0, 0, 1))
case("flip", {"axes": [1]}, [A], lambda x: x.flip(1))
case("flip", {"axes": None}, [A], lambda x: x.flip(0, 1))
case("pad", {"widths": [[1, 0], [2, 1]], "value": 5}, [A], lambda x: F.pad(x, (2, 1, 1, 0), value=5))
case("pad", {"widths": [[0, 0], [2, 1]], "mode": "reflect"}, [A], lambda x: F.pad(x[None], (2, 1), mode="reflect")[0])
case("pad", {"widths": [[0, 0], [2, 1]], "mode": "replicate"}, [A], lambda x: F.pad(x[None], (2, 1), mode="replicate")[0])
case("pad", {"widths": [[0, 0], [2, 1]], "mode": "circular"}, [A], lambda x: F.pad(x[None], (2, 1), mode="circular")[0])
case("roll", {"shift": 1, "axis": 1}, [A], lambda x: x.roll(1, 1))
case("roll", {"shift": [1, -1], "axis": [0, 1]}, [A], lambda x: x.roll((1, -1), (0, 1)))
case("roll", {"shift": 2, "axis": None}, [A], lambda x: x.roll(2))
case("tile", {"repeats": [2]}, [A], lambda x: x.tile((2,)))
case("tile", {"repeats": [2, 1, 2]}, [A], lambda x: x.repeat(2, 1, 2))
case("diagonal", {"offset": 0}, [M], lambda x: x.diagonal())
case("diagonal", {"offset": 1}, [grid(2, 3, 4)], lambda x: x.diagonal(1, -2, -1))
case("diagonal", {"offset": -1}, [grid(3, 2)], lambda x: x.diagonal(-1))
case("diag", {"offset": 0}, [grid(3)], torch.diag)
case("diag", {"offset": -1}, [grid(2, 2)], lambda x: torch.diag_embed(x, -1))
case("triu", {"k": 0}, [M], torch.triu)
case("triu", {"k": 1}, [grid(2, 3, 3)], lambda x: torch.triu(x, 1))
case("tril", {"k": -1}, [M], lambda x: torch.tril(x, -1))
case("gather", {"axis": 1}, [A, np.array([[0, 2, 2], [1, 1, 0]])], lambda x, i: x.gather(1, i), (1,))
case("gather", {"axis": 0}, [A, np.array([[1, 0]])], lambda x, i: x.gather(0, i), (1,))
case("take", {"axis": 1}, [A, np.array([2, 0, 0])], lambda x, i: x.index_select(1, i), (1,))
case("take", {"axis": 0}, [grid(3, 2), np.array([[0, 2], [1, 1]])], lambda x, i: x[i], (1,))
case("scatter", {"axis": 1, "mode": "set"}, [A, np.array([[0], [2]]), grid(2, 1)], lambda x, i, u: x.scatter(1, i, u), (1,))
case("scatter", {"axis": 0, "mode": "add"}, [grid(3), np.array([1, 1, 2, 1]), grid(4)], lambda x, i, u: x.scatter_add(0, i, u), (1,))
case("one_hot", {"classes": 4}, [np.array([0, 3, 1])], lambda i: F.one_hot(i, 4), (0,))
case("argmax", {"axis": 1}, [A], lambda x: x.argmax(1))
case("argmin", {"axis": None}, [A], lambda x: x.argmin())
case("argmax", {"axis": 0, "keepdims": True}, [A], lambda x: x.argmax(0, keepdim=True))
case("count_nonzero", {"axes": [1]}, [np.array([[0.0, 1.0], [2.0, 3.0]])], lambda x: torch.count_nonzero(x, 1))
case("sum", {"axes": [0]}, [A], lambda x: x.sum(0))
case("sum", {"axes": [-1], "keepdims": True}, [A], lambda x: x.sum(-1, True))
case("sum", {"axes": [0, 2]}, [grid(2, 3, 4)], lambda x: x.sum((0, 2)))
case("mean", {"axes": [1]}, [grid(2, 3, 4)], lambda x: x.mean(1))
case("max", {"axes": [1]}, [A], lambda x: x.max(1).values)
case("prod", {"axes": [1]}, [A], lambda x: x.prod(1))
case("logsumexp", {"axes": [0]}, [A], lambda x: x.logsumexp(0))
case("norm", {"axes": [1], "ord": 3}, [A], lambda x: torch.linalg.vector_norm(x, 3, 1))
case("var", {"axes": [1], "correction": 1}, [A], lambda x: x.var(1))
case("std", {"axes": [0], "correction": 0, "keepdims": True}, [grid(4, 2)], lambda x: x.std(0, correction=0, keepdim=True))
case("softmax", {"axis": 0}, [A], lambda x: x.softmax(0))
case("log_softmax", {"axis": 1}, [grid(2, 3, 2)], lambda x: x.log_softmax(1))
case("cumsum", {"axis": 0}, [A], lambda x: x.cumsum(0))
case("cumprod", {"axis": 1}, [A], lambda x: x.cumprod(1))
case("logcumsumexp", {"axis": 1}, [A], lambda x: x.logcumsumexp(1))
case("sort", {"axis": 0}, [A], lambda x: x.sort(0).values)
case("sort", {"axis": 1, "descending": True}, [A], lambda x: x.sort(1, descending=True).values)
case("argsort", {"axis": 1, "descending": True}, [A], lambda x: x.argsort(1, descending=True))
case("topk_values", {"axis": 1, "k": 2}, [A], lambda x: x.topk(2, 1).values)
case("normalize", {"axis": 1, "ord": 2, "eps": 1e-12}, [A], lambda x: F.normalize(x, dim=1))
case("normalize", {"axis": 0, "ord": 1, "eps": 1e-12}, [A], lambda x: F.normalize(x, p=1, dim=0))
case("matmul", {}, [A, grid(3, 4)], torch.matmul)
case("matmul", {}, [grid(3), grid(3)], torch.matmul)
case("matmul", {}, [A, grid(3)], torch.matmul)
case("matmul", {}, [grid(2), A], torch.matmul)
case("matmul", {}, [grid(2, 1, 2, 3), grid(4, 3, 2)], torch.matmul)
case("einsum", {"equation": "ij,ij->i"}, [A, B], lambda x, y: torch.einsum("ij,ij->i", x, y))
case("einsum", {"equation": "bij,bjk->bik"}, [grid(2, 2, 3), grid(2, 3, 2)], lambda x, y: torch.einsum("bij,bjk->bik", x, y))
case("einsum", {"equation": "ij,jk"}, [A, grid(3, 2)], lambda x, y: torch.einsum("ij,jk", x, y))
case("einsum", {"equation": "...d,...d->..."}, [A, B], lambda x, y: torch.einsum("...d,...d->...", x, y))
case("einsum", {"equation": "ii->i"}, [M], lambda x: torch.einsum("ii->i", x))
case("einsum", {"equation": "i,j,k->"}, [grid(2), grid(3), grid(2)], lambda x, y, z: torch.einsum("i,j,k->", x, y, z))
case("outer", {}, [grid(2), grid(3)], torch.outer)
case("trace", {}, [M], torch.trace)
case("det", {}, [M], torch.det)
case("det", {}, [np.stack([M, M.T + 1])], torch.det)
case("logdet", {}, [M @ M.T + np.eye(3)], torch.logdet)
case("inverse", {}, [M], torch.inverse)
case("solve", {}, [M, grid(3, 2)], torch.linalg.solve)
case("solve", {}, [M, grid(3)], torch.linalg.solve)
SPD = np.stack([M @ M.T + np.eye(3), 2 * np.eye(3) + 0.1])
case("cholesky", {}, [SPD], torch.linalg.cholesky)
for matrix in (grid(3, 2), grid(2, 4) + M[:2, :1], np.stack([M, M.T + 1])):
    case("singular_values", {}, [matrix], torch.linalg.svdvals)
case("eigenvalues", {}, [SPD[:1]], torch.linalg.eigvalsh)
case("eigenvalues", {}, [M + M.T], torch.linalg.eigvalsh)
PAIRS = np.stack([np.arange(30.0).reshape(5, 6) % 7 - 2, np.arange(30.0).reshape(5, 6) % 4 - 1], -1)
for axis in (0, 1):
    case("dft", {"axis": axis}, [PAIRS], lambda x, axis=axis: torch.view_as_real(torch.fft.fft(torch.view_as_complex(x), dim=axis)))
    case("dft", {"axis": axis, "inverse": True}, [PAIRS], lambda x, axis=axis: torch.view_as_real(torch.fft.ifft(torch.view_as_complex(x), dim=axis, norm="forward")))
for p in (2, 1, 3):
    case("cdist", {"p": p}, [A, grid(4, 3)], lambda x, y, p=p: torch.cdist(x, y, p=p))
case("cdist", {"p": 2}, [A, A.copy()], lambda x, y: torch.cdist(x, y, compute_mode="donot_use_mm_for_euclid_dist"))
case("cdist", {"p": 2}, [grid(2, 2, 3), grid(2, 1, 3)], lambda x, y: torch.cdist(x, y, compute_mode="donot_use_mm_for_euclid_dist"))
case("cosine_similarity", {"axis": 1, "eps": 1e-8}, [A, B], lambda x, y: F.cosine_similarity(x, y, dim=1))
case("cosine_similarity", {"axis": -1, "eps": 1e-8}, [grid(2, 1, 3), grid(1, 4, 3)], lambda x, y: F.cosine_similarity(x, y, dim=-1))
case("cosine_similarity", {"axis": -1, "eps": 1e-8}, [np.zeros(2), np.array([1.0, 0.0])], lambda x, y: F.cosine_similarity(x, y, dim=-1))
case("conv2d", {"padding": 1}, [grid(2, 2, 3, 3), grid(3, 2, 2, 2)], lambda x, w: F.conv2d(x, w, padding=1))
case("conv2d", {"stride": [2, 1], "dilation": [1, 2], "groups": 2}, [grid(1, 2, 4, 5), grid(4, 1, 2, 2)], lambda x, w: F.conv2d(x, w, stride=(2, 1), dilation=(1, 2), groups=2))
case("avg_pool", {"kernel": [2, 2]}, [grid(1, 2, 4, 4)], lambda x: F.avg_pool2d(x, 2))
case("avg_pool", {"kernel": [3, 3], "stride": [1, 1], "padding": [1, 1]}, [grid(1, 1, 3, 4)], lambda x: F.avg_pool2d(x, 3, 1, 1))
case("avg_pool", {"kernel": [3], "stride": [1], "padding": [1], "count_include_pad": False}, [grid(1, 2, 5)], lambda x: F.avg_pool1d(x, 3, 1, 1, count_include_pad=False))
case("max_pool", {"kernel": [2, 2], "stride": [1, 1]}, [grid(1, 2, 3, 3)], lambda x: F.max_pool2d(x, 2, 1))
case("max_pool", {"kernel": [3, 3], "stride": [2, 2], "padding": [1, 1]}, [grid(1, 1, 4, 4)], lambda x: F.max_pool2d(x, 3, 2, 1))
case("interpolate", {"size": [4, 6], "mode": "nearest"}, [grid(1, 1, 2, 3)], lambda x: F.interpolate(x, (4, 6)))
case("interpolate", {"size": [3, 5], "mode": "bilinear"}, [grid(1, 2, 2, 3)], lambda x: F.interpolate(x, (3, 5), mode="bilinear"))
case("interpolate", {"size": [2, 2], "mode": "bilinear"}, [grid(1, 1, 4, 4)], lambda x: F.interpolate(x, (2, 2), mode="bilinear"))
case("interpolate", {"size": [3, 5], "mode": "bilinear", "align_corners": True}, [grid(1, 2, 2, 3)], lambda x: F.interpolate(x, (3, 5), mode="bilinear", align_corners=True))
case("lerp", {}, [A, B, grid(3)], torch.lerp)
case("clip", {}, [A, grid(2, 1) - 0.4, np.array(0.3)], torch.clamp)
case("where", {}, [np.array([[1], [0]]), A, grid(3)], lambda c, x, y: torch.where(c.bool(), x, y), (0,))
case("multiply", {}, [grid(2, 1, 3), grid(4, 1)], torch.mul)
case("add", {}, [A, np.array(1.5)], torch.add)


def numbers(x):
    return [encode(v) for v in x.detach().to(torch.float64).ravel().tolist()]


def encode(v):
    return str(v).replace("-inf", "-inf") if math.isnan(v) or math.isinf(v) else float(f"{v:.12g}")


def main():
    results = []
    for op, attributes, operands, f, integers in CASES:
        xs = [torch.tensor(a, dtype=torch.int64 if i in integers else torch.float64, requires_grad=i not in integers) for i, a in enumerate(operands)]
        y = f(*xs)
        upstream = torch.arange(1, y.numel() + 1, dtype=torch.float64).reshape(y.shape)
        floats = [x for x in xs if x.requires_grad]
        gradients = torch.autograd.grad(y, floats, upstream, allow_unused=True) if y.requires_grad else [None for _ in floats]
        by_operand = iter(gradients)
        results.append({
            "op": op, "attributes": attributes,
            "operands": [{"shape": list(x.shape), "kind": "float" if x.requires_grad else "int", "values": numbers(x)} for x in xs],
            "shape": list(y.shape), "value": numbers(y),
            "gradients": [(lambda g: None if g is None else numbers(g))(next(by_operand)) if x.requires_grad else None for x in xs],
        })
    lines = ",\n".join(json.dumps(r, separators=(",", ":")) for r in results)
    pathlib.Path(__file__).with_name("structures.json").write_text('{"torch":%s,\n"cases":[\n%s\n]}\n' % (json.dumps(torch.__version__), lines))
    print(len(results), "cases")


main()
