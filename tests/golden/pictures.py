"""Writes pictures/ (small pictures of every kind that data=folder: takes) and pictures.h5, what Pillow makes of them.

Needs Pillow, numpy, h5py. resized: the shorter side to SIZE by Image.BILINEAR (antialiased), the middle cut out.
"""
import os

import h5py
import numpy as np
from PIL import Image, features

HERE = os.path.dirname(os.path.abspath(__file__))
SIZE = 6
rng = np.random.default_rng(5)


def smooth(h, w, c):
    y, x = np.mgrid[0:h, 0:w]
    planes = [127 + 60 * np.sin(x / 2 + k) + 50 * np.cos(y / 3 - k) for k in range(c)]
    a = np.stack(planes, -1) + rng.uniform(-15, 15, (h, w, c))
    return np.clip(a, 0, 255).astype(np.uint8)


def middle(picture):
    w, h = picture.size
    short = min(w, h)
    w, h = int(w * SIZE / short + 0.5), int(h * SIZE / short + 0.5)
    picture = picture.resize((w, h), Image.BILINEAR)
    left, top = (w - SIZE) // 2, (h - SIZE) // 2
    return picture.crop((left, top, left + SIZE, top + SIZE))


pictures = {
    "grey.png": Image.fromarray(smooth(13, 9, 1)[..., 0]),
    "rgb.png": Image.fromarray(smooth(9, 16, 3)),
    "palette.png": Image.fromarray(smooth(8, 8, 3)).quantize(8),
    "deep.png": Image.fromarray((smooth(7, 7, 1)[..., 0].astype(np.uint16) * 257)),
    "small.png": Image.fromarray(smooth(4, 3, 3)),
    "rgb.jpg": Image.fromarray(smooth(17, 16, 3)),
    "grey.jpg": Image.fromarray(smooth(16, 24, 1)[..., 0]),
}
os.makedirs(os.path.join(HERE, "pictures"), exist_ok=True)
with h5py.File(os.path.join(HERE, "pictures.h5"), "w") as f:
    f.attrs["made_by"] = "pictures.py, Pillow %s, libjpeg-turbo %s" % (Image.__version__, features.version("libjpeg_turbo"))
    for name, picture in pictures.items():
        path = os.path.join(HERE, "pictures", name)
        picture.save(path, **({"quality": 90} if name.endswith("jpg") else {}))
        read = Image.open(path)
        if read.mode.startswith("I"):
            read = Image.fromarray((np.asarray(read) // 257).astype(np.uint8))
        if read.mode == "P":
            read = read.convert("RGB")
        for what, p in ("read", read), ("resized", middle(read)):
            a = np.asarray(p).astype(np.float32)
            f["%s/%s" % (name, what)] = a.reshape(a.shape[0], a.shape[1], -1)
