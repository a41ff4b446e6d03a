/** Boxes as torchvision has them: corners first, one row each. */
export const TORCHVISION_BOXES = `
import torch


def box_area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def _inter_union(boxes1, boxes2):
    area1 = box_area(boxes1)
    area2 = box_area(boxes2)
    low = torch.max(boxes1[:, None, :2], boxes2[:, :2])
    high = torch.min(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = (high - low).clamp(min=0)
    inter = sides[:, :, 0] * sides[:, :, 1]
    return inter, area1[:, None] + area2 - inter


def box_iou(boxes1, boxes2, fmt="xyxy"):
    if fmt != "xyxy":
        raise NotImplementedError("fmt of box_iou")
    inter, union = _inter_union(boxes1, boxes2)
    return inter / union


def generalized_box_iou(boxes1, boxes2):
    inter, union = _inter_union(boxes1, boxes2)
    low = torch.min(boxes1[:, None, :2], boxes2[:, :2])
    high = torch.max(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = (high - low).clamp(min=0)
    area = sides[:, :, 0] * sides[:, :, 1]
    return inter / union - (area - union) / area


def box_convert(boxes, in_fmt, out_fmt):
    if in_fmt == out_fmt:
        return boxes.clone()
    a, b, c, d = boxes.unbind(-1)
    if in_fmt == "cxcywh":
        a, b, c, d = a - 0.5 * c, b - 0.5 * d, a + 0.5 * c, b + 0.5 * d
    elif in_fmt == "xywh":
        c, d = a + c, b + d
    elif in_fmt != "xyxy":
        raise NotImplementedError("in_fmt of box_convert")
    if out_fmt == "cxcywh":
        return torch.stack(((a + c) / 2, (b + d) / 2, c - a, d - b), dim=-1)
    if out_fmt == "xywh":
        return torch.stack((a, b, c - a, d - b), dim=-1)
    if out_fmt != "xyxy":
        raise NotImplementedError("out_fmt of box_convert")
    return torch.stack((a, b, c, d), dim=-1)


def _distances(boxes1, boxes2, eps):
    iou = box_iou(boxes1, boxes2)
    low = torch.min(boxes1[:, None, :2], boxes2[:, :2])
    high = torch.max(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = (high - low).clamp(min=0)
    diagonal = sides[:, :, 0] ** 2 + sides[:, :, 1] ** 2 + eps
    x, y = (boxes1[:, 0] + boxes1[:, 2]) / 2, (boxes1[:, 1] + boxes1[:, 3]) / 2
    xg, yg = (boxes2[:, 0] + boxes2[:, 2]) / 2, (boxes2[:, 1] + boxes2[:, 3]) / 2
    centers = (x[:, None] - xg[None, :]) ** 2 + (y[:, None] - yg[None, :]) ** 2
    return iou - centers / diagonal, iou


def distance_box_iou(boxes1, boxes2, eps=1e-7):
    diou, _ = _distances(boxes1, boxes2, eps)
    return diou


def complete_box_iou(boxes1, boxes2, eps=1e-7):
    diou, iou = _distances(boxes1, boxes2, eps)
    wide = (boxes1[:, None, 2] - boxes1[:, None, 0]) / (boxes1[:, None, 3] - boxes1[:, None, 1])
    wide_g = (boxes2[:, 2] - boxes2[:, 0]) / (boxes2[:, 3] - boxes2[:, 1])
    v = (4 / (torch.pi ** 2)) * torch.pow(torch.atan(wide) - torch.atan(wide_g), 2)
    with torch.no_grad():
        alpha = v / (1 - iou + v + eps)
    return diou - alpha * v


def _paired(boxes1, boxes2, eps):
    x1, y1, x2, y2 = boxes1.unbind(dim=-1)
    x1g, y1g, x2g, y2g = boxes2.unbind(dim=-1)
    left, top = torch.max(x1, x1g), torch.max(y1, y1g)
    right, bottom = torch.min(x2, x2g), torch.min(y2, y2g)
    mask = (bottom > top) & (right > left)
    inter = torch.where(mask, (right - left) * (bottom - top), torch.zeros_like(x1))
    union = (x2 - x1) * (y2 - y1) + (x2g - x1g) * (y2g - y1g) - inter
    return inter, union


def _reduced(loss, reduction):
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean() if loss.numel() > 0 else 0.0 * loss.sum()
    if reduction == "sum":
        return loss.sum()
    raise ValueError("reduction")


def generalized_box_iou_loss(boxes1, boxes2, reduction="none", eps=1e-7):
    inter, union = _paired(boxes1, boxes2, eps)
    iou = inter / (union + eps)
    x1, y1, x2, y2 = boxes1.unbind(dim=-1)
    x1g, y1g, x2g, y2g = boxes2.unbind(dim=-1)
    area = (torch.max(x2, x2g) - torch.min(x1, x1g)) * (torch.max(y2, y2g) - torch.min(y1, y1g))
    return _reduced(1 - (iou - (area - union) / (area + eps)), reduction)


def _distance_loss(boxes1, boxes2, eps):
    inter, union = _paired(boxes1, boxes2, eps)
    iou = inter / (union + eps)
    x1, y1, x2, y2 = boxes1.unbind(dim=-1)
    x1g, y1g, x2g, y2g = boxes2.unbind(dim=-1)
    width = torch.max(x2, x2g) - torch.min(x1, x1g)
    height = torch.max(y2, y2g) - torch.min(y1, y1g)
    diagonal = width ** 2 + height ** 2 + eps
    centers = ((x2 + x1) / 2 - (x1g + x2g) / 2) ** 2 + ((y2 + y1) / 2 - (y1g + y2g) / 2) ** 2
    return 1 - iou + centers / diagonal, iou


def distance_box_iou_loss(boxes1, boxes2, reduction="none", eps=1e-7):
    loss, _ = _distance_loss(boxes1, boxes2, eps)
    return _reduced(loss, reduction)


def complete_box_iou_loss(boxes1, boxes2, reduction="none", eps=1e-7):
    loss, iou = _distance_loss(boxes1, boxes2, eps)
    x1, y1, x2, y2 = boxes1.unbind(dim=-1)
    x1g, y1g, x2g, y2g = boxes2.unbind(dim=-1)
    v = (4 / (torch.pi ** 2)) * torch.pow(torch.atan((x2g - x1g) / (y2g - y1g)) - torch.atan((x2 - x1) / (y2 - y1)), 2)
    with torch.no_grad():
        alpha = v / (1 - iou + v + eps)
    return _reduced(loss + alpha * v, reduction)
`;
