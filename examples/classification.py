"""Losses of classifiers in PyTorch: as often written, and sound."""

import torch
import torch.nn.functional as F


def brier(z, y):
    """Squared error on a sigmoid: a confident mistake learns nothing."""
    p = torch.sigmoid(z)
    return ((p - y) ** 2).mean()


def hinge(z, y):
    """Labels are -1 or 1. A kink at the margin, flat beyond it."""
    return torch.clamp(1 - y * z, min=0).mean()


def binary_cross_entropy(z, y):
    """log(0) as soon as the sigmoid rounds to 0 or to 1."""
    p = torch.sigmoid(z)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def binary_cross_entropy_stable(z, y):
    """The same function from the logits: nothing can go wrong."""
    return F.binary_cross_entropy_with_logits(z, y)


def cross_entropy(logits, target):
    """A probability that underflows to 0 has no logarithm."""
    p = torch.softmax(logits, dim=-1)
    return -(target * torch.log(p)).sum(dim=-1).mean()


def cross_entropy_stable(logits, target):
    """log_softmax never leaves the logarithms."""
    return -(target * F.log_softmax(logits, dim=-1)).sum(dim=-1).mean()
