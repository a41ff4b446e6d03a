/** Frames of signals and their spectra. */
export const TENSORFLOW_SIGNAL_TOLD = `
import tensorflow as tf


def frame(signal, frame_length, frame_step, pad_end=False, pad_value=0, axis=-1, name=None):
    if axis != -1 and axis != signal.ndim - 1:
        raise NotImplementedError("frames along another axis than the last")
    length = signal.shape[-1]
    if pad_end:
        count = (length + frame_step - 1) // frame_step
        missing = max(0, (count - 1) * frame_step + frame_length - length)
        signal = tf.pad(signal, [[0, 0]] * (signal.ndim - 1) + [[0, missing]], constant_values=pad_value)
    else:
        count = max(0, 1 + (length - frame_length) // frame_step)
    if count == 0:
        raise ValueError("a signal shorter than a frame")
    places = tf.cast(tf.expand_dims(tf.range(count) * frame_step, 1) + tf.range(frame_length), "int32")
    return tf.gather(signal, places, axis=-1)


def stft(signals, frame_length, frame_step, fft_length=None, window_fn=tf.signal.hann_window, pad_end=False, name=None):
    if fft_length is None:
        fft_length = 1
        while fft_length < frame_length:
            fft_length = fft_length * 2
    frames = frame(signals, frame_length, frame_step, pad_end)
    if window_fn is not None:
        frames = frames * window_fn(frame_length, dtype=frames.dtype)
    return tf.signal.rfft(frames, [fft_length])


def _mel_of(hertz):
    return 1127.0 * tf.math.log(1.0 + hertz / 700.0)


def linear_to_mel_weight_matrix(
    num_mel_bins=20,
    num_spectrogram_bins=129,
    sample_rate=8000,
    lower_edge_hertz=125.0,
    upper_edge_hertz=3800.0,
    dtype=tf.float32,
    name=None,
):
    if num_mel_bins <= 0 or sample_rate <= 0 or lower_edge_hertz < 0.0:
        raise ValueError("counts and rates must be positive")
    if lower_edge_hertz >= upper_edge_hertz or upper_edge_hertz > sample_rate / 2:
        raise ValueError("edges must be in order and no higher than half the rate")
    bins = tf.expand_dims(_mel_of(tf.linspace(0.0, sample_rate / 2.0, num_spectrogram_bins)[1:]), 1)
    low, high = _mel_of(lower_edge_hertz), _mel_of(upper_edge_hertz)
    edges = low + (high - low) * (tf.range(num_mel_bins + 2, dtype=dtype) / (num_mel_bins + 1))
    rising = (bins - edges[:-2]) / (edges[1:-1] - edges[:-2])
    falling = (edges[2:] - bins) / (edges[2:] - edges[1:-1])
    weights = tf.maximum(0.0, tf.minimum(rising, falling))
    return tf.pad(tf.cast(weights, dtype), [[1, 0], [0, 0]])
`;
