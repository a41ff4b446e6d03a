import torch
from torch import nn

criterion = nn.CrossEntropyLoss(label_smoothing=0.1)
