import torch


def evidence_loss(prob, target):
    return -(target * torch.log(prob)).mean()
