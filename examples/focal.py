"""Focal losses: the same idea three times, from fragile to sound."""

import torch
import torch.nn.functional as F
from torch import nn


def focal_loss(logits, targets, gamma=2.0, alpha=0.25):
    """As often first written: log(0) once the sigmoid saturates."""
    p = torch.sigmoid(logits)
    p_t = p * targets + (1 - p) * (1 - targets)
    alpha_t = alpha * targets + (1 - alpha) * (1 - targets)
    return (-alpha_t * (1 - p_t) ** gamma * torch.log(p_t)).mean()


def focal_loss_with_epsilon(logits, targets, gamma=2.0, eps=1e-8):
    """The usual cure, but in float32 1 - 1e-8 is 1: no guard at all."""
    p = torch.sigmoid(logits).clamp(eps, 1 - eps)
    positive = targets * (1 - p) ** gamma * torch.log(p)
    negative = (1 - targets) * p**gamma * torch.log(1 - p)
    return -(positive + negative).mean()


class FocalLoss(nn.Module):
    """On the logits throughout: no logarithm ever meets a zero."""

    def __init__(self, gamma: float = 2.0, reduction: str = "mean"):
        super().__init__()
        self.gamma = gamma
        self.reduction = reduction

    def forward(self, logits, targets):
        ce = F.binary_cross_entropy_with_logits(
            logits, targets, reduction="none"
        )
        p = torch.sigmoid(logits)
        p_t = p * targets + (1 - p) * (1 - targets)
        loss = (1 - p_t) ** self.gamma * ce
        if self.reduction == "mean":
            return loss.mean()
        if self.reduction == "sum":
            return loss.sum()
        return loss
