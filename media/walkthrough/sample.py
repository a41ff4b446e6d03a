import torch
import torch.nn.functional as F


def binary_cross_entropy(logits, target):
    p = torch.sigmoid(logits)
    return -(target * torch.log(p) + (1 - target) * torch.log(1 - p)).mean()


def huber_loss(pred, target, delta=1.0):
    error = torch.abs(pred - target)
    return torch.where(error <= delta, 0.5 * error**2, delta * error - 0.5 * delta**2).mean()


def stable_loss(logits, target):
    return F.binary_cross_entropy_with_logits(logits, target)
