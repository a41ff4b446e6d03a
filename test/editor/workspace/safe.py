import torch


def squared_error(pred, target):
    return ((pred - target) ** 2).mean()
