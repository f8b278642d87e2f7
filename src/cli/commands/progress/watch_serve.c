/* Shows the page of `normlab watch` to browsers on this machine: a server of HTTP/1.1 with this one page. It changes no
 * file. */
#include "base/error.h"
#include "base/number.h"
#include "base/system/clock.h"
#include "base/system/file.h"
#include "cli/commands/progress/watch.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { REQUEST_BYTES = 8192, REQUEST_MS = 2000 }; /* the greatest size and duration of a request */
#define FRESH_S                                                                                    \
    1 /* results that were read less than so many seconds ago are not read again for another request */

/* Listens on the loopback interface alone, which other machines cannot reach. Returns a descriptor, or -1 after a
 * message. */
static int listen_at(int port)
{
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), yes = 1;

    if (fd >= 0)
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (fd >= 0 && bind(fd, (struct sockaddr *)&at, sizeof at) == 0 && listen(fd, 16) == 0)
        return fd;
    error("cannot listen on port %d of 127.0.0.1: %s; choose another by --port", port,
          strerror(errno));
    if (fd >= 0)
        close(fd);
    return -1;
}

/* Reads a request up to its empty line into `request`. Returns false when it is too long or too slow. */
static bool read_request(int fd, char request[REQUEST_BYTES + 1])
{
    double end_s = clock_seconds() + 1e-3 * REQUEST_MS;
    size_t length = 0;

    for (double left_s; (left_s = end_s - clock_seconds()) > 0 && length < REQUEST_BYTES;) {
        struct pollfd p = {fd, POLLIN, 0};
        ssize_t n;

        if (poll(&p, 1, (int)(1e3 * left_s) + 1) <= 0)
            continue;
        n = read(fd, request + length, REQUEST_BYTES - length);
        if (n <= 0)
            return false;
        length += (size_t)n;
        request[length] = '\0';
        if (strstr(request, "\r\n\r\n"))
            return true;
    }
    return false;
}

/* True unless the request names a host that is not this machine. This prevents DNS rebinding: a foreign page could let
 * a host name of its own point to this machine, and then read the answer. */
static bool is_for_us(const char *request)
{
    static const char *const hosts[] = {"127.0.0.1", "localhost", NULL};
    const char *line = strstr(request, "\r\n");

    for (; line; line = strstr(line + 2, "\r\n"))
        if (ascii_starts(line + 2, "Host:")) {
            const char *host = line + 2 + strlen("Host:");
            char *name;
            bool ours;

            host += strspn(host, " \t");
            name = format_new("%.*s", (int)strcspn(host, ": \t\r"), host);
            ours = text_is_among(name, hosts);
            free(name);
            return ours;
        }
    return true;
}

/* Reads the path of a request that begins with "GET /". Copies the key of "GET /?trial=KEY "; "" when there is none.
 * Returns false when the request asks for another page. */
static bool read_path(const char *request, char key[TRIAL_KEY])
{
    static const char trial[] = "?trial=";
    const char *path = request + strlen("GET /");
    size_t length;

    *key = '\0';
    if (text_starts_with(path, trial)) {
        path += strlen(trial);
        length = strspn(path, "0123456789abcdef");
        if (length < TRIAL_KEY)
            snprintf(key, TRIAL_KEY, "%.*s", (int)length, path);
        path += length;
    }
    return *path == ' ';
}

/* Sends a whole response with this status. Errors are ignored: the browser has gone. */
static void answer(int fd, const char *status, const struct text *body)
{
    struct timeval limit = {.tv_sec = 2};
    struct text head = {0};

    text_add(&head,
             "HTTP/1.1 %s\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %zu\r\n"
             "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
             "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
             "Connection: close\r\n\r\n",
             status, body->length);
    setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
    if (file_put(fd, head.s, head.length) == 0 && body->length)
        (void)!file_put(fd, body->s, body->length);
    text_clear(&head);
}

/* Answers a request with the page, or with an error. *updated_s: when the page was read, by clock_seconds(). */
static void serve(struct watch *w, int fd, double *updated_s)
{
    char request[REQUEST_BYTES + 1] = "", key[TRIAL_KEY];
    struct text page = {0};
    bool bad = false;

    if (!read_request(fd, request)) {
        answer(fd, "400 Bad Request", &page);
    } else if (!is_for_us(request)) {
        answer(fd, "403 Forbidden", &page);
    } else if (!text_starts_with(request, "GET /")) {
        answer(fd, "405 Method Not Allowed", &page);
    } else if (!read_path(request, key)) {
        answer(fd, "404 Not Found", &page);
    } else {
        bool fresh = clock_seconds() - *updated_s < FRESH_S;

        if (!fresh || (*key && strcmp(key, w->trial.key)))
            bad = watch_update(w, *key ? key : NULL) != 0;
        *updated_s = clock_seconds();
        watch_add_html(w, &page);
        answer(fd, bad ? "500 Internal Server Error" : "200 OK", &page);
    }
    text_clear(&page);
}

int watch_serve(struct watch *w, int port)
{
    int listener = listen_at(port), bad = listener < 0 ? -1 : 0;
    double updated_s = -1e9;

    if (!bad) {
        printf("http://127.0.0.1:%d/ shows %s, until Ctrl-C\n", port, w->e->plan.name);
        fflush(stdout);
    }
    while (!bad) {
        int fd = accept4(listener, NULL, NULL, SOCK_CLOEXEC);

        if (fd < 0 && errno != EINTR && errno != ECONNABORTED)
            bad = error("cannot take a connection on port %d: %s", port, strerror(errno));
        if (fd < 0)
            continue;
        serve(w, fd, &updated_s);
        shutdown(fd, SHUT_WR);
        close(fd);
    }
    if (listener >= 0)
        close(listener);
    return bad;
}
