/* Prints the rounds of a tuning before they run. */
#include "base/formats/json.h"
#include "base/number.h"
#include "base/text.h"
#include "cli/commands/adaptive/tune_output.h"
#include "cli/listing.h"
#include "sweep/merge.h"
#include "sweep/runs/survey.h"
#include "train/trial.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

/* What a round trains, summed over all cells. */
struct round_plan {
    int values, trials, done;
    int least_epochs, most_epochs, least_seeds, most_seeds; /* of a value */
    int again; /* number of trials that the round before trains, too, with the same configuration */
    double cost;    /* the sum of trial_cost() of the trials that are not counted in `again` */
    double seconds; /* how long the trials that are not done take, one at a time; NaN: not known */
};

/* Returns the seconds for each unit of trial_cost(), by the trials of this net; when there are none, by those of all
 * nets. NaN: no trial has a time. */
static double seconds_for_cost(const struct results *known, const char *net)
{
    double seconds[2] = {0, 0}, cost[2] = {0, 0}; /* of this net, of all */

    for (int i = 0; i < known->records; i++) {
        const struct record *r = &known->record[i];

        for (int all = strcmp(record_get(r, "net"), net) != 0; all < 2; all++)
            if (r->result.status == TRIAL_DONE && r->result.seconds > 0) {
                seconds[all] += r->result.seconds;
                cost[all] += trial_cost(&r->config);
            }
    }
    return cost[0] > 0 ? seconds[0] / cost[0] : seconds[1] / cost[1]; /* 0/0 is NaN */
}

/* Returns how many trials of a cell's round the round before trains, too. Where both rounds train for the same number of
 * epochs, these are its seeds for each value that goes on; elsewhere there are none. */
static int again_trials(const struct tune *t, const struct tune_cell *c, int left)
{
    int epochs, before, seeds;

    if (left + 1 >= c->rounds)
        return 0;
    tune_amount(t, c->value, left, &epochs, &seeds);
    tune_amount(t, c->value, left + 1, &before, &seeds);
    return epochs == before ? seeds * tune_values_in(c, left) : 0;
}

/* Adds a cell to the plan of a round. `round` has the trials of all values of the cell, because it is not known yet which
 * values will take part. So the sums are scaled to the number of values that will. */
static void add_cell(struct round_plan *p, const struct tune *t, const struct tune_cell *c,
                     int left, const struct sweep *round, const struct survey *survey,
                     const struct results *known)
{
    int values = tune_values_in(c, left), all = 0, trials, done = 0,
        again = again_trials(t, c, left), over;
    double cost = 0;

    for (int k = 0; k < c->values; k++) {
        const struct tune_value *v = &c->value[k];

        if (p->values + k == 0 || v->epochs < p->least_epochs)
            p->least_epochs = v->epochs;
        if (p->values + k == 0 || v->seeds < p->least_seeds)
            p->least_seeds = v->seeds;
        p->most_epochs = v->epochs > p->most_epochs ? v->epochs : p->most_epochs;
        p->most_seeds = v->seeds > p->most_seeds ? v->seeds : p->most_seeds;
        all += v->seeds;
        for (int i = v->first; i < v->first + v->seeds; i++) {
            cost += round->trial[i].cost;
            done += survey->state[i] == STATE_DONE;
        }
    }
    trials = (int)lround((double)all * values / c->values);
    done = done < trials ? done : trials;
    cost *= (double)values / c->values;
    p->values += values;
    p->trials += trials;
    p->done += done;
    p->again += again;
    p->cost += cost * (1 - (double)again / trials);
    over = done > again ? done : again;
    cost *= 1 - (double)over / trials;
    p->seconds += cost > 0 ? cost * seconds_for_cost(known, config_get(c->config, "net")) : 0;
}

/* Makes the plan of a round. Returns 0, or -1 after a message. */
static int plan_round(struct tune *t, int left, const char *root, const struct results *known,
                      struct round_plan *p)
{
    struct sweep round;
    struct survey survey;
    int bad;

    *p = (struct round_plan){0};
    tune_round(t, left, true, &round);
    bad = merge_mark(&round, root);
    if (!bad) {
        survey_init(&survey, &round, root);
        for (int i = 0; i < t->cells; i++)
            if (left < t->cell[i].rounds)
                add_cell(p, t, &t->cell[i], left, &round, &survey, known);
        survey_clear(&survey);
    }
    sweep_clear(&round);
    return bad;
}

/* Returns what tuning without rounds would cost: the sum of trial_cost() when all values are trained in full. */
static double full_cost(struct tune *t)
{
    struct sweep round;
    double cost = 0;

    tune_round(t, 0, true, &round);
    for (int i = 0; i < round.trials; i++)
        cost += round.trial[i].cost;
    sweep_clear(&round);
    return cost;
}

/* Writes "3", or "1-3" when least and most differ. */
static void format_range(char out[32], int least, int most)
{
    if (least == most)
        number_format(out, 32, "%d", least);
    else
        number_format(out, 32, "%d-%d", least, most);
}

static void print_round_plan(struct listing *l, const struct round_plan *p, int number)
{
    char epochs[32], seeds[32];

    format_range(epochs, p->least_epochs, p->most_epochs);
    format_range(seeds, p->least_seeds, p->most_seeds);
    listing_line(l);
    listing_number(l, "round", number, 5, 0);
    listing_number(l, "values", p->values, 7, 0);
    if (l->json) {
        json_number(&l->line, "epochs_least", p->least_epochs);
        json_number(&l->line, "epochs_most", p->most_epochs);
        json_number(&l->line, "seeds_least", p->least_seeds);
        json_number(&l->line, "seeds_most", p->most_seeds);
    } else {
        listing_text(l, "epochs", epochs, 7);
        listing_text(l, "seeds", seeds, 6);
    }
    listing_number(l, "trials", p->trials, 7, 0);
    listing_number(l, "done", p->done, 7, 0);
    if (l->json)
        json_number(&l->line, "seconds_left", p->seconds);
    else
        listing_number(l, "minutes", p->seconds / 60, 9, 1);
    listing_line_end(l);
}

int tune_print_plan(struct tune *t, const struct tune_request *q, const struct results *known)
{
    struct listing l = {.json = q->json};
    double full = full_cost(t), cost = 0;
    int trials = 0;

    if (listing_is_table(&l))
        printf("round  values  epochs  seeds   trials    done   minutes\n");
    for (int left = t->rounds - 1; left >= 0; left--) {
        struct round_plan p;

        if (plan_round(t, left, q->root, known, &p))
            return -1;
        print_round_plan(&l, &p, t->rounds - left);
        cost += p.cost;
        trials += p.trials - p.again;
    }
    listing_end(&l);
    if (listing_is_table(&l))
        number_print(
            stdout,
            "%d trial%s; %.0f %% of the time of all values in full, with all seeds. Minutes: "
            "what is left, one trial\nat a time%s.\n",
            trials, plural(trials), 100 * cost / full,
            known->records ? "" : ", known after the first trials");
    return 0;
}

void tune_print_round(const struct tune *t, int left, const struct sweep *round)
{
    int values = 0;

    for (int i = 0; i < t->cells; i++)
        for (int k = 0; k < t->cell[i].values; k++)
            values += t->cell[i].value[k].left == left && left < t->cell[i].rounds;
    fprintf(stderr, "%s: round %d of %d: %d value%s of %s\n", round->plan->name, t->rounds - left,
            t->rounds, values, plural(values), t->key);
}
