#include "figures/plot_ticks.h"
#include "base/arena.h"
#include "base/text.h"
#include "figures/plot_text.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MOST_VALUES 9 /* ticks at the values that occur */

/* The smallest of 1, 2, 5 times a power of ten that is not below v. */
static double nice(double v)
{
    double power = pow(10, floor(log10(v)));

    for (int i = 0; i < 3; i++) {
        const double step[] = {1, 2, 5};

        if (step[i] * power >= v * (1 - 1e-9))
            return step[i] * power;
    }
    return 10 * power;
}

static void tick_steps(struct axis *a, int about)
{
    double step = nice((a->high - a->low) / about), first = ceil(a->low / step - 1e-9);

    a->ticks = 0;
    for (int i = 0; i < AXIS_TICKS; i++) {
        double v = (first + i) * step;

        if (v > a->high + 1e-9 * step)
            break;
        a->tick[a->ticks++] = v;
    }
}

/* `times` (n of them, the first is 1) the powers of `base`; of the powers, every so many that there
 * are `most`. */
static void tick_powers(struct axis *a, double base, const double *times, int n, int most)
{
    /* From the last power below the range, whose times may be in it; else from the first one in it.
     */
    double low = log(a->low) / log(base), from = n > 1 ? floor(low) : ceil(low - 1e-9);
    double to = floor(log(a->high) / log(base) + 1e-9);
    double stride = fmax(1, ceil((to - from) / most));

    a->ticks = 0;
    for (double k = from; k <= to; k += stride)
        for (int i = 0; i < n; i++) {
            double v = times[i] * pow(base, k);

            if (v >= a->low * (1 - 1e-9) && v <= a->high * (1 + 1e-9) && a->ticks < AXIS_TICKS)
                a->tick[a->ticks++] = v;
        }
}

/* Numbers with many zeros are written as powers, and then all of the axis. */
static bool writes_powers(const struct axis *a)
{
    return a->log == 10 && a->ticks > 0 && (a->tick[0] < 0.99e-4 || a->tick[a->ticks - 1] > 0.99e6);
}

char *axis_label(const struct axis *a, double v)
{
    static const char *const raised[] = {
        "\xe2\x81\xb0", "\xc2\xb9",     "\xc2\xb2",     "\xc2\xb3",     "\xe2\x81\xb4",
        "\xe2\x81\xb5", "\xe2\x81\xb6", "\xe2\x81\xb7", "\xe2\x81\xb8", "\xe2\x81\xb9"};
    int power = writes_powers(a) ? (int)floor(log10(v) + 1e-9) : 0;
    double times = v / pow(10, power);
    struct text label = {0};
    char digits[16];

    if (!writes_powers(a))
        return format_new("%.10g", v);
    if (fabs(times - 1) > 1e-9)
        text_add(&label, "%.3g\xc3\x97", times);
    text_add(&label, "10%s", power < 0 ? "\xe2\x81\xbb" : "");
    snprintf(digits, sizeof digits, "%d", abs(power));
    for (const char *d = digits; *d; d++)
        text_add(&label, "%s", raised[*d - '0']);
    return label.s;
}

/* Whether tick labels would come too near to one another. */
static bool crowded(const struct axis *a)
{
    double before = 0;
    bool yes = false;

    for (int i = 0; i < a->ticks && !yes; i++) {
        char *label = axis_label(a, a->tick[i]);
        double width = plot_text_width(label, POINTS_TEXT); /* inches, as these: */
        double need = a->across ? (before + width) / 2 + 0.06 : 0.16;

        yes = i > 0 && (axis_part(a, a->tick[i]) - axis_part(a, a->tick[i - 1])) * a->inches < need;
        before = width;
        free(label);
    }
    return yes;
}

/* Powers of the base, every so many that their labels stand apart. */
static void tick_base(struct axis *a)
{
    for (int most = 10; most > 0; most--) {
        tick_powers(a, a->log, (const double[]){1}, 1, most);
        if (!crowded(a))
            return;
    }
}

/* Of the sets of ticks whose labels stand apart, the one that has most; but on an x axis powers of
 * ten alone, when there are three. A narrow range may have more round numbers in equal steps than
 * in a decade's usual ones. */
static void tick_decades(struct axis *a)
{
    static const double usual[] = {1, 1.2, 1.5, 2, 3, 4, 6, 8, 1, 2, 3, 5, 1, 2, 5};
    static const int first[] = {0, 8, 12}, count[] = {8, 4, 3};
    struct axis best;

    tick_base(a);
    best = *a;
    if (a->across && a->ticks >= 3)
        return;
    for (int i = 0; i < 4; i++) {
        if (i < 3)
            tick_powers(a, 10, &usual[first[i]], count[i], AXIS_TICKS);
        else
            tick_steps(a, 5);
        if (a->ticks > best.ticks && !crowded(a))
            best = *a;
    }
    *a = best;
}

void ticks_round(struct axis *a)
{
    if (a->log == 10)
        tick_decades(a);
    else if (a->log)
        tick_base(a);
    else
        for (int most = a->across ? 6 : 5; most > 0; most--) {
            tick_steps(a, most);
            if (!crowded(a))
                break;
        }
}

bool ticks_at(struct axis *a, const double *v, int n)
{
    a->ticks = 0;
    for (int i = 0; i < n; i++) {
        if (v[i] < a->low || v[i] > a->high || (i > 0 && v[i] == v[i - 1]))
            continue;
        if (a->ticks == MOST_VALUES)
            return false;
        a->tick[a->ticks++] = v[i];
    }
    return a->ticks > 0 && !crowded(a);
}
