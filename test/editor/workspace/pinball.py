import torch


def pinball(pred, target, tau: float = 0.3):
    # losswright: pred in R; target in R; tau in (0, 1) = 0.3
    error = target - pred
    return torch.maximum(tau * error, (tau - 1) * error).mean()
