/** Rows of zeros with a one for the class, as scikit-learn makes them; of two classes only the second has a column. */
export const LABEL_BINARIZE = `
import numpy as np


def label_binarize(y, *, classes, neg_label=0, pos_label=1, sparse_output=False):
    if neg_label != 0 or pos_label != 1 or sparse_output:
        raise NotImplementedError("other labels than 0 and 1")
    if len(y.shape) != 1:
        raise ValueError("labels have one axis")
    rows = (np.reshape(y, (-1, 1)) == np.asarray(list(classes)).reshape(1, -1)).astype(int)
    return rows[:, 1:] if len(classes) == 2 else rows
`;
