#!/usr/bin/env python3
"""Errors of Winograd's 3x3 convolution in float for several sets of points; needs NumPy.

Prints, for layers of ResNet-20 and VGG, the root mean square of the error of y, dx and dw over the root mean square of
their values, in units of 2^-24. All sums over channels are in float. Weight gradients are summed in float over 32 tiles of
F(4x4, 3x3), over 1024 tiles of F(2x2, 3x3), or over 512 positions of the sum over taps; these sums are added in double. The
truth is the sum over taps in double. Inputs are relu of standard normal numbers, gradients are normal, weights are
he_normal. kernels/winograd.h and tests/test_winograd.c have the results.
"""
import numpy as np

LAYERS = [(2, 32, 16), (2, 16, 32), (2, 8, 64), (2, 56, 64), (2, 28, 128), (2, 28, 256)]  # samples, size, channels
R2 = 2 ** 0.5
POINTS = {  # tile, finite points
    "F(2x2): 0, +-1": (2, [0, 1, -1]),
    "0, +-1, +-2": (4, [0, 1, -1, 2, -2]),
    "0, +-1, +-1/2": (4, [0, 1, -1, 0.5, -0.5]),
    "0, +-1, 1/2, -2": (4, [0, 1, -1, 0.5, -2]),
    "0, +-1/2, +-3/2": (4, [0, 0.5, -0.5, 1.5, -1.5]),
    "0, +-3/4, +-4/3": (4, [0, 3 / 4, -3 / 4, 4 / 3, -4 / 3]),
    "0, +-5/8, +-3/2": (4, [0, 5 / 8, -5 / 8, 3 / 2, -3 / 2]),
    "0, +-sqrt(1/2), +-sqrt(2)": (4, [0, R2 / 2, -R2 / 2, R2, -R2]),
    "0, +-2/3, +-3/2": (4, [0, 2 / 3, -2 / 3, 3 / 2, -3 / 2]),
}


def matrices(m, points):
    """A, G and B of Lavin & Gray 2015, with infinity as last point."""
    n = m + 2
    a, g, b = np.zeros((n, m)), np.zeros((n, 3)), np.zeros((n, n))
    for j, x in enumerate(points):
        others = [y for k, y in enumerate(points) if k != j]
        a[j] = [x**i for i in range(m)]
        g[j] = [x**i / np.prod([x - y for y in others]) for i in range(3)]
        b[j, : n - 1] = np.poly(others)[::-1]
    a[-1, -1] = g[-1, -1] = 1
    b[-1] = np.poly(points)[::-1]
    return a, g, b


def along(matrix, d):
    """Multiplies the first dimension of d by a matrix, term by term in the type of d."""
    rows = []
    for row in matrix.astype(d.dtype):
        terms = [c * d[k] for k, c in enumerate(row) if c]
        rows.append(sum(terms[1:], terms[0]))
    return np.stack(rows)


def both(matrix, d):
    return np.swapaxes(along(matrix, np.swapaxes(along(matrix, d), 0, 1)), 0, 1)


def padded(x):
    return np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))


def input_tiles(x, m):
    """[m + 2][m + 2][samples][tiles_y][tiles_x][channels]"""
    size, p = x.shape[1], padded(x)
    return np.stack([[p[:, i : i + size : m, j : j + size : m] for j in range(m + 2)] for i in range(m + 2)])


def winograd(x, w, m, points):
    a, g, b = matrices(m, points)
    u = both(b, input_tiles(x, m))
    y = both(a.T, np.einsum("ijnyxc,ijco->ijnyxo", u, both(g, w), optimize=True))
    n, size, out = x.shape[0], x.shape[1], w.shape[-1]
    return y.transpose(2, 3, 0, 4, 1, 5).reshape(n, size, size, out)


def winograd_weight(x, dy, m, points, tiles):
    a, g, b = matrices(m, points)
    n, size, out = dy.shape[0], dy.shape[1], dy.shape[-1]
    d = dy.reshape(n, size // m, m, size // m, m, out).transpose(2, 4, 0, 1, 3, 5)
    u = both(b, input_tiles(x, m)).reshape((m + 2, m + 2, -1, x.shape[-1]))
    v = both(a, np.ascontiguousarray(d)).reshape((m + 2, m + 2, -1, out))
    total = 0.0
    for i in range(0, u.shape[2], tiles):
        s = np.matmul(u[:, :, i : i + tiles].swapaxes(2, 3), v[:, :, i : i + tiles])
        total = total + both(g.T, s).astype(float)
    return total


def taps(x, w):
    size, p = x.shape[1], padded(x)
    return sum(np.matmul(p[:, i : i + size, j : j + size], w[i, j]) for i in range(3) for j in range(3))


def taps_weight(x, dy, positions=512):
    size, p = x.shape[1], padded(x)
    d = dy.reshape(-1, dy.shape[-1])

    def tap(i, j):
        t = p[:, i : i + size, j : j + size].reshape(-1, x.shape[-1])
        return sum((t[k : k + positions].T @ d[k : k + positions]).astype(float) for k in range(0, len(d), positions))

    return np.stack([[tap(i, j) for j in range(3)] for i in range(3)])


def error(got, want):
    return np.sqrt(np.mean((got - want) ** 2) / np.mean(want**2)) * 2**24


def main():
    rng = np.random.default_rng(1)
    rows = {name: [] for name in ["sum over taps", *POINTS]}
    for n, size, c in LAYERS:
        x = np.maximum(rng.standard_normal((n, size, size, c)), 0)
        dy = rng.standard_normal((n, size, size, c))
        w = rng.standard_normal((3, 3, c, c)) * (2 / (9 * c)) ** 0.5
        x, dy, w = (v.astype(np.float32) for v in (x, dy, w))
        turned = np.ascontiguousarray(w[::-1, ::-1].swapaxes(2, 3))
        x2, dy2, w2, turned2 = (v.astype(float) for v in (x, dy, w, turned))
        want = taps(x2, w2), taps(dy2, turned2), taps_weight(x2, dy2, n * size * size)
        found = {"sum over taps": (taps(x, w), taps(dy, turned), taps_weight(x, dy))}
        for name, (m, points) in POINTS.items():
            dw = winograd_weight(x, dy, m, points, 1024 if m == 2 else 32)
            found[name] = winograd(x, w, m, points), winograd(dy, turned, m, points), dw
        for name, got in found.items():
            rows[name].append([error(g, t) for g, t in zip(got, want)])
    print(" " * 26 + "".join(f"{c:>6} x {size:<3}x {size:<4}" for _, size, c in LAYERS))
    for name, errors in rows.items():
        print(f"{name:26}" + "".join("%6.1f%5.1f%5.1f   " % tuple(e) for e in errors))


main()
