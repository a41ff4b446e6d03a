/** The filters of librosa that losses of sound use. */
export const LIBROSA_FILTERS = `
import numpy as np

LOG_STEP = np.log(6.4) / 27.0


def _mel_of(hertz, htk):
    if htk:
        return 2595.0 * np.log10(1.0 + hertz / 700.0)
    return np.where(hertz >= 1000.0, 15.0 + np.log(np.maximum(hertz, 1.0) / 1000.0) / LOG_STEP, 3.0 * hertz / 200.0)


def _hertz_of(mels, htk):
    if htk:
        return 700.0 * (10.0 ** (mels / 2595.0) - 1.0)
    return np.where(mels >= 15.0, 1000.0 * np.exp(LOG_STEP * (mels - 15.0)), 200.0 * mels / 3.0)


def mel(*, sr, n_fft, n_mels=128, fmin=0.0, fmax=None, htk=False, norm="slaney", dtype=None):
    if fmax is None:
        fmax = sr / 2
    if norm is not None and norm != "slaney":
        raise NotImplementedError("another norm of mel filters")
    bins = np.arange(1 + n_fft // 2) * (sr / n_fft)
    low, high = _mel_of(fmin, htk), _mel_of(fmax, htk)
    edges = _hertz_of(low + (high - low) * np.arange(n_mels + 2) / (n_mels + 1), htk)
    gaps = edges[1:] - edges[:-1]
    ramps = edges[:, None] - bins[None, :]
    weights = np.maximum(0.0, np.minimum(-ramps[:-2] / gaps[:-1, None], ramps[2:] / gaps[1:, None]))
    if norm == "slaney":
        weights = weights * (2.0 / (edges[2:] - edges[:-2]))[:, None]
    return weights
`;
