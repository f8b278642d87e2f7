/* Builds nets from their texts, for tests. */
#ifndef NORMLAB_TESTS_NETS_H
#define NORMLAB_TESTS_NETS_H

#include "base/text.h"
#include "net/net.h"
#include "support.h"

/* Builds a net for five classes and up to six samples. Returns the result of net_build(). */
static inline int build(struct net *n, const char *text, const char *config, struct shape in,
                        struct text *why)
{
    struct config c = {0};
    struct net_request q = {text, &c, in, 5, 0, 6, 6, false};
    int r;

    assert_int_equal(config_parse(&c, config), 0);
    r = net_build(n, &q, NULL, why);
    config_clear(&c);
    return r;
}

static inline void build_good(struct net *n, const char *text, const char *config, struct shape in)
{
    struct text why = {0};

    if (build(n, text, config, in, &why))
        fail_msg("%s: %s", text, text_str(&why));
    text_clear(&why);
    assert_int_equal(net_commit(n), 0);
}

/* Builds a net for ten classes of sequences of up to 20 steps, with norm="layernorm over=token". */
static inline int build_sequence(struct net *n, const char *text, int tokens, int channels,
                                 struct text *why)
{
    struct config c = {0};
    struct net_request q = {text, &c, shape_sequence(20, channels), 10, tokens, 6, 6, false};
    int r;

    config_set(&c, "norm", "layernorm over=token");
    r = net_build(n, &q, NULL, why);
    config_clear(&c);
    return r;
}

#endif
