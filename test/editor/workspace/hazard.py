import torch


def cross_entropy(logits, target):
    p = torch.softmax(logits, dim=-1)
    return -(target * torch.log(p)).sum(dim=-1).mean()
