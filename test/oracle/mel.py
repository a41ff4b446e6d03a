"""Mel filters as librosa has them; writes mel.json. Needs librosa."""

import json
import pathlib

import librosa

CASES = [
    {"sr": 8000, "n_fft": 16, "n_mels": 4},
    {"sr": 800, "n_fft": 16, "n_mels": 3, "fmin": 20, "fmax": 380},
    {"sr": 8000, "n_fft": 16, "n_mels": 4, "htk": True, "norm": None},
]


def main():
    cases = [{"arguments": one, "filters": librosa.filters.mel(**one).astype(float).tolist()} for one in CASES]
    target = pathlib.Path(__file__).resolve().parent / "mel.json"
    target.write_text(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main()
