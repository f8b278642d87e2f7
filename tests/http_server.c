#include "http_server.h"
#include "support.h"
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static void sleep_ms(long ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

static bool is_stopped(struct server *s)
{
    bool stop;

    pthread_mutex_lock(&s->lock);
    stop = s->stop;
    pthread_mutex_unlock(&s->lock);
    return stop;
}

/* The head of a request; false when the client has gone. */
static bool read_head(int fd, char *head, size_t size)
{
    size_t n = 0;

    head[0] = '\0';
    while (n + 1 < size && !strstr(head, "\r\n\r\n")) {
        ssize_t got = recv(fd, head + n, size - 1 - n, 0);

        if (got <= 0)
            return false;
        head[n += (size_t)got] = '\0';
    }
    return true;
}

/* Notes the request; what it asks for is in *r, cut off for this once when it is to be. */
static bool find(struct server *s, const char *head, struct resource *r, struct request *q)
{
    const char *range = strstr(head, "\r\nRange: ");
    bool found = false;

    memset(q, 0, sizeof *q);
    sscanf(head, "GET %127s", q->path);
    if (range)
        sscanf(range, "\r\nRange: %63[^\r]", q->range);
    pthread_mutex_lock(&s->lock);
    if (s->requests < SERVER_REQUESTS)
        s->request[s->requests++] = *q;
    for (int i = 0; i < s->resources && !found; i++)
        if (strcmp(s->resource[i].path, q->path) == 0) {
            found = true;
            *r = s->resource[i];
            if (s->resource[i].cuts > 0)
                s->resource[i].cuts--;
        }
    pthread_mutex_unlock(&s->lock);
    return found;
}

static bool put(int fd, const void *data, size_t n)
{
    for (const char *at = data; n > 0;) {
        ssize_t sent = send(fd, at, n, MSG_NOSIGNAL);

        if (sent <= 0)
            return false;
        at += sent;
        n -= (size_t)sent;
    }
    return true;
}

static bool has_gone(int fd)
{
    char c;

    return recv(fd, &c, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

static void put_body(struct server *s, int fd, const struct resource *r, size_t from)
{
    const char *body = r->body;
    size_t n = r->size - from;

    if ((r->cuts > 0 || r->stalls) && n > r->cut_after)
        n = r->cut_after;
    for (size_t done = 0; done < n && !is_stopped(s);) {
        size_t part = r->slow && n - done > 1024 ? 1024 : n - done;

        if (!put(fd, body + from + done, part))
            return;
        done += part;
        if (r->slow)
            sleep_ms(5);
    }
    while (r->stalls && !is_stopped(s) && !has_gone(fd))
        sleep_ms(10);
}

static void answer(struct server *s, int fd)
{
    char head[4096], reply[1024];
    struct resource r = {0};
    struct request q;
    size_t from = 0, n;
    int status = 404;

    if (!read_head(fd, head, sizeof head))
        return;
    if (find(s, head, &r, &q))
        status = r.status ? r.status : 200;
    if (status == 200 && !r.no_range && sscanf(q.range, "bytes=%zu-", &from) == 1)
        status = from < r.size ? 206 : 416;
    n = (size_t)snprintf(reply, sizeof reply, "HTTP/1.1 %d Status\r\nConnection: close\r\n",
                         status);
    if (r.location)
        n += (size_t)snprintf(reply + n, sizeof reply - n, "Location: %s\r\n", r.location);
    if (status == 206)
        n += (size_t)snprintf(reply + n, sizeof reply - n, "Content-Range: bytes %zu-%zu/%zu\r\n",
                              r.lies ? from + 1 : from, r.size - 1, r.size);
    if (status == 416 && !r.no_total)
        n +=
            (size_t)snprintf(reply + n, sizeof reply - n, "Content-Range: bytes */%zu\r\n", r.size);
    if (status != 200 && status != 206) {
        r = (struct resource){.body = "<html>no</html>", .size = 15};
        from = 0;
    }
    if (!r.no_length)
        n +=
            (size_t)snprintf(reply + n, sizeof reply - n, "Content-Length: %zu\r\n", r.size - from);
    n += (size_t)snprintf(reply + n, sizeof reply - n, "\r\n");
    put(fd, reply, n);
    put_body(s, fd, &r, from);
}

static void *serve(void *context)
{
    struct server *s = context;

    while (!is_stopped(s)) {
        int fd = accept(s->fd, NULL, NULL);

        if (fd < 0)
            break;
        answer(s, fd);
        close(fd);
    }
    return NULL;
}

void server_start(struct server *s)
{
    struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof a;

    memset(s, 0, sizeof *s);
    s->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_true(s->fd >= 0);
    assert_int_equal(bind(s->fd, (struct sockaddr *)&a, sizeof a), 0);
    assert_int_equal(listen(s->fd, 8), 0);
    assert_int_equal(getsockname(s->fd, (struct sockaddr *)&a, &size), 0);
    s->port = ntohs(a.sin_port);
    pthread_mutex_init(&s->lock, NULL);
    assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

void server_stop(struct server *s)
{
    pthread_mutex_lock(&s->lock);
    s->stop = true;
    pthread_mutex_unlock(&s->lock);
    shutdown(s->fd, SHUT_RDWR); /* accept() returns */
    pthread_join(s->thread, NULL);
    close(s->fd);
    pthread_mutex_destroy(&s->lock);
}

void server_put(struct server *s, const struct resource *r)
{
    int at = 0;

    pthread_mutex_lock(&s->lock);
    while (at < s->resources && strcmp(s->resource[at].path, r->path))
        at++;
    if (at < SERVER_RESOURCES) {
        s->resource[at] = *r;
        s->resources += at == s->resources;
    }
    pthread_mutex_unlock(&s->lock);
    assert_true(at < SERVER_RESOURCES);
}

void server_forget(struct server *s)
{
    pthread_mutex_lock(&s->lock);
    s->requests = 0;
    pthread_mutex_unlock(&s->lock);
}

int server_requests(struct server *s, struct request request[SERVER_REQUESTS])
{
    int n;

    pthread_mutex_lock(&s->lock);
    n = s->requests;
    if (request)
        memcpy(request, s->request, sizeof s->request);
    pthread_mutex_unlock(&s->lock);
    return n;
}
