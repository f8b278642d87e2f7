#!/usr/bin/env python3
"""How often 95 % intervals over seeds contain the true mean: the tables of docs/statistics.md.

usage: scripts/coverage.py [--long FILE.h5]... RESULTS.h5...

Three sources of seeds, each with 5, 6, 10 and 20 seeds a cell:
  simulated   experiments of 24 cells on the logit scale: normal, skewed and long-tailed seeds
  resampled   the cells of RESULTS.h5 (merged files): their means and standard deviations, with residuals drawn from
              those of all cells together
  real        cells of --long files with 60 seeds or more: samples of these seeds, the truth is the mean of all
Needs numpy, scipy and h5py. It computes everything itself, without normlab.
"""
import argparse
import re

import h5py
import numpy as np
from scipy import special, stats

SEEDS = (5, 6, 10, 20)
CELLS = 24
rng = np.random.default_rng(1)

# ---- scales ----


def logit(v):
    return np.log((v + 0.5) / (100.5 - v))


def expit(x):
    return 101 / (1 + np.exp(-x)) - 0.5


def slope(v):
    return (v + 0.5) * (100.5 - v) / 101


# ---- the prior (Smyth 2004, section 6.2), for many experiments at once ----


def trigamma_inverse(y):
    """Newton's method of Smyth (2004, appendix)."""
    x = 0.5 + 1 / y
    for _ in range(50):
        tri = special.polygamma(1, x)
        x = x + tri * (1 - tri / y) / special.polygamma(2, x)
    return x


def prior(variance, df, use):
    """variance, use [experiments, cells]; returns df and variance of the prior, and the most degrees of freedom."""
    count = use.sum(-1)
    e = np.where(use, np.log(np.where(use, variance, 1)), 0) + use * (np.log(df / 2) - special.digamma(df / 2))
    mean = e.sum(-1) / count
    excess = (use * (e - mean[..., None]) ** 2).sum(-1) / (count - 1) - special.polygamma(1, df / 2)
    d0 = np.where(excess > 0, 2 * trigamma_inverse(np.maximum(excess, 1e-8)), np.inf)
    half = np.minimum(d0, 1e8) / 2
    d0 = np.where(d0 < 2, 0, d0)  # as STATS_PRIOR_DF_LEAST in src/stats/stats.h
    return d0, np.exp(mean + np.where(excess > 0, special.digamma(half) - np.log(half), 0)), count * df


def moderate(variance, df, d0, s0, most):
    total = np.minimum(df + d0, most)
    d = np.minimum(d0, 1e8)
    return (d * s0 + df * variance) / (d + df), total


# ---- intervals: x [..., n] to low and high ----


def by_t(mean, variance, n, df):
    half = stats.t.ppf(0.975, df) * np.sqrt(variance / n)
    return mean - half, mean + half


def student(x):
    return by_t(x.mean(-1), x.var(-1, ddof=1), x.shape[-1], x.shape[-1] - 1)


def hall(x):
    """The farther ends of Student's t and of Hall's transform of it (1992), as normlab had until 2026."""
    n = x.shape[-1]
    mean, sd = x.mean(-1), x.std(-1, ddof=1)
    g = stats.skew(x, axis=-1, bias=False)
    q = stats.t.ppf(0.975, n - 1)

    def inverse(h):
        shifted = h - g / (6 * np.sqrt(n))
        c = np.cbrt(1 + g / np.sqrt(n) * shifted)
        return 3 * shifted / (c * c + c + 1)

    low, high = student(x)
    return (np.minimum(low, mean - inverse(q) * sd / np.sqrt(n)),
            np.maximum(high, mean - inverse(-q) * sd / np.sqrt(n)))


def bootstrap(x, draws=400):
    n = x.shape[-1]
    means = np.stack([x[..., rng.integers(0, n, n)].mean(-1) for _ in range(draws)])
    return np.percentile(means, 2.5, axis=0), np.percentile(means, 97.5, axis=0)


def cell_intervals(errors):
    """errors [experiments, cells, n] in %; returns the intervals of the cells' means by each method."""
    n = errors.shape[-1]
    x = logit(errors)
    variance = x.var(-1, ddof=1)
    shrunk, df = moderate(variance, n - 1, *(p[..., None] for p in prior(variance, n - 1, variance > 0)))
    return {"percentile bootstrap": bootstrap(errors),
            "Student's t, points": student(errors),
            "farther of t and Hall": hall(errors),
            "Student's t, logit": tuple(expit(end) for end in student(x)),
            "moderated t, logit": tuple(expit(end) for end in by_t(x.mean(-1), shrunk, n, df))}


def pair_intervals(errors, a, b):
    """The intervals of mean(a) - mean(b) for pairs of cells (lists of indices)."""
    n = errors.shape[-1]
    x = logit(errors)
    variance = x.var(-1, ddof=1)
    d0, s0, most = prior(variance, n - 1, variance > 0)
    d = errors[:, a] - errors[:, b]
    g = slope(errors.mean(-1)) ** 2
    own = d.var(-1, ddof=1)
    shrunk, df = moderate(own, n - 1, d0[:, None], s0[:, None] * (g[:, a] + g[:, b]), most[:, None])
    two = errors[:, a].var(-1, ddof=1) + errors[:, b].var(-1, ddof=1)
    return {"percentile bootstrap": bootstrap(d),
            "t, unpaired": by_t(d.mean(-1), two, n, 2 * (n - 1)),
            "Student's t, pairs": student(d),
            "farther of t and Hall": hall(d),
            "moderated t, pairs": by_t(d.mean(-1), shrunk, n, df)}


# ---- counting ----


class Table:
    """Coverage in % and median width as a multiple of that of Student's t in points, by method and number of seeds."""

    def __init__(self, title):
        self.title, self.rows, self.width = title, {}, {}

    def add(self, n, intervals, truth):
        base = next(i for k, i in intervals.items() if k.startswith("Student's t, p"))
        for name, (low, high) in intervals.items():
            held = ((low <= truth) & (truth <= high)).ravel()
            ratio = ((high - low) / (base[1] - base[0])).ravel()
            self.rows.setdefault(name, {}).setdefault(n, []).append(held)
            self.width.setdefault(name, {}).setdefault(n, []).append(ratio)

    def show(self):
        print(f"\n### {self.title}\n")
        sizes = sorted({n for row in self.rows.values() for n in row})
        print("| | " + " | ".join(f"n = {n}" for n in sizes) + " | width at " + ", ".join(map(str, sizes)) + " |")
        print("|---" * (len(sizes) + 2) + "|")
        for name, row in self.rows.items():
            held = [100 * np.concatenate(row[n]).mean() for n in sizes]
            width = [np.median(np.concatenate(self.width[name][n])) for n in sizes]
            print(f"| {name} | " + " | ".join(f"{h:.1f}" for h in held) + " | " +
                  ", ".join(f"{w:.2f}" for w in width) + " |")


# ---- simulated seeds ----

LAWS = {"normal": lambda size: rng.standard_normal(size),
        "skewed (gamma of shape 4)": lambda size: (rng.gamma(4, size=size) - 4) / 2,
        "long tails (t of 5 df)": lambda size: rng.standard_t(5, size) / np.sqrt(5 / 3)}


def true_means(law, mu, sd):
    """Means in points of expit(mu + sd * e), by 4,000 draws of e."""
    e = law(4000)
    return np.array([[expit(m + s * e).mean() for m, s in zip(*row)] for row in zip(mu, sd)])


def simulate(experiments=150):
    for name, law in LAWS.items():
        for spread in (np.inf, 6):
            single = Table(f"Simulated, {name}, variances {'all equal' if np.isinf(spread) else 'as inverse chi^2 of 6 df'}: means")
            pairs = Table(f"The same: differences of pairs that correlate by 0.3")
            for n in SEEDS:
                mu = logit(np.exp(rng.uniform(np.log(3), np.log(60), (experiments, CELLS))))
                sd = np.full(mu.shape, 0.1)
                if np.isfinite(spread):
                    sd = 0.1 * np.sqrt(spread / rng.chisquare(spread, mu.shape))
                own, common = law((experiments, CELLS, n)), law((experiments, 1, n))
                errors = expit(mu[..., None] + sd[..., None] * (np.sqrt(0.7) * own + np.sqrt(0.3) * common))
                truth = true_means(lambda k: np.sqrt(0.7) * law(k) + np.sqrt(0.3) * law(k), mu, sd)
                single.add(n, cell_intervals(errors), truth)
                a, b = list(range(0, CELLS, 2)), list(range(1, CELLS, 2))
                pairs.add(n, pair_intervals(errors, a, b), truth[:, a] - truth[:, b])
            single.show()
            pairs.show()


# ---- seeds of results ----


def cells_of(path, least):
    """Errors of the cells with at least `least` seeds that all trained to their end: a list of arrays by seed."""
    with h5py.File(path) as f:
        trials = f["trials"][:]
    text = lambda v: v.decode() if isinstance(v, bytes) else str(v)
    if "test_error" not in trials.dtype.names:
        return []
    cells = {}
    for t in trials:
        if text(t["status"]) != "done" or not np.isfinite(t["test_error"]):
            continue
        cell = re.sub(r"(^| )seed=\d+", "", text(t["config"]))
        cells.setdefault(cell, {})[int(t["seed"])] = float(t["test_error"])
    return [c for c in cells.values() if len(c) >= least]


def parts(v, apart=20):
    """True when some seeds learn and some do not, as in normlab's stats_split()."""
    gaps = np.diff(np.sort(v))
    return gaps.max() >= apart and gaps.max() >= np.ptp(v) / 2


def resample(paths, replicates=60):
    experiments, residuals = [], []
    for path in paths:
        mu, sd = [], []
        for cell in cells_of(path, 5):
            v = np.array(list(cell.values()))
            x = logit(v)
            if x.std() < 1e-9 or parts(v):
                continue
            mu.append(x.mean())
            sd.append(x.std(ddof=1))
            residuals.append((x - x.mean()) / (x.std(ddof=1) * np.sqrt(1 - 1 / len(x))))
        if len(mu) >= 6:
            experiments.append((path, np.array(mu), np.array(sd)))
    pool = np.concatenate(residuals)
    pool = (pool - pool.mean()) / pool.std()
    print(f"\nResampled: {len(residuals)} cells of {len(experiments)} experiments; skewness of the {len(pool)} "
          f"residuals {stats.skew(pool):.2f}, excess kurtosis {stats.kurtosis(pool):.2f}")
    single, pairs = Table("Resampled residuals: means"), Table("Resampled residuals: differences of pairs that correlate by 0.3")
    law = lambda size: rng.choice(pool, size)
    for _, mu, sd in experiments:
        for n in SEEDS:
            own, common = law((replicates, len(mu), n)), law((replicates, 1, n))
            e = np.sqrt(0.7) * own + np.sqrt(0.3) * common
            errors = expit(mu[:, None] + sd[:, None] * e)
            truth = true_means(lambda k: np.sqrt(0.7) * law(k) + np.sqrt(0.3) * law(k), mu[None], sd[None])[0]
            single.add(n, cell_intervals(errors), truth)
            order = rng.permutation(len(mu))
            half = len(mu) // 2
            a, b = order[:half], order[half:2 * half]
            pairs.add(n, pair_intervals(errors, a, b), truth[a] - truth[b])
    single.show()
    pairs.show()


def real(paths, draws=3000):
    single, pairs = Table("Real seeds: means"), Table("Real seeds: differences of pairs")
    correlations, skews, count = [], [], 0
    for path in paths:
        cells = cells_of(path, 60)
        seeds = sorted(set.intersection(*(set(c) for c in cells)))
        v = np.array([[c[s] for s in seeds] for c in cells])
        x = logit(v)
        count += v.size
        skews += list(stats.skew(x, axis=1))
        r = np.corrcoef(x)
        a, b = np.triu_indices(len(v), 1)
        correlations += list(r[a, b])
        for n in SEEDS:
            drawn = np.stack([rng.choice(len(seeds), n, replace=False) for _ in range(draws)])
            errors = np.moveaxis(v[:, drawn], 0, 1)
            truth = v.mean(1)[None]
            single.add(n, cell_intervals(errors), truth)
            pairs.add(n, pair_intervals(errors, a, b), truth[:, a] - truth[:, b])
        sd = x.std(1, ddof=1)
        print(f"\n{path}: {len(v)} cells of {len(seeds)} seeds; sd on the logit scale {sd.min():.3f} to {sd.max():.3f}")
    print(f"\n{count} real seeds; correlation of pairs {np.min(correlations):.2f}, {np.median(correlations):.2f} in the median, "
          f"{np.max(correlations):.2f}; skewness on the logit scale {np.median(skews):.2f} in the median")
    single.show()
    pairs.show()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("results", nargs="*")
    p.add_argument("--long", action="append", default=[])
    given = p.parse_args()
    simulate()
    if given.results:
        resample(given.results)
    if given.long:
        real(given.long)


if __name__ == "__main__":
    main()
