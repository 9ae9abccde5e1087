"""Sinks for log records in a class hierarchy: a connection on the base class, buckets on properties, appended keys."""
import logging

from sinks import S3Base, Sink


class SinkHandler(logging.Handler):
    def __init__(self, sink):
        logging.Handler.__init__(self)
        self.sink = sink

    def emit(self, record):
        self.sink.write(self.format(record))

    def close(self):
        self.sink.flush()
        logging.Handler.close(self)


def main():
    print('connection before:', S3Base.conn)
    sinks = [Sink.open(u) for u in ('mem://', 's3://app-logs/web/access', 's3append://app-logs/all.txt')]
    log = logging.getLogger('shop')
    log.setLevel(logging.INFO)
    log.propagate = False
    for sink in sinks:
        handler = SinkHandler(sink)
        handler.setFormatter(logging.Formatter('%(levelname)s %(message)s'))
        log.addHandler(handler)
    for n in range(7):
        log.info('visit %d caf\xe9', n)
    log.debug('not wanted')
    log.error('out of %s', 'stock')
    rotating, append = sinks[1], sinks[2]
    print('unflushed', rotating.pending, rotating.number)
    for handler in list(log.handlers):
        handler.close()
        log.removeHandler(handler)
    print('flushed', rotating.pending, rotating.number, rotating.flush())
    for name, lines, line in rotating.replay():
        print('%s [%s] %s' % (name, lines, line))
    key = append.bucket.get_key('all.txt')
    print(key.size, key.content_type, S3Base.written)
    print(key.get_contents_as_string(encoding='utf-8').splitlines()[-1])
    print(len(sinks[0].lines), append.bucket.name, append.bucket is rotating.bucket)
    print(sorted(k.name for k in append.bucket))
    given = Sink.open('s3append://ignored/given.txt', bucket=rotating.bucket)
    given.write('x')
    print(rotating.bucket.get_key('given.txt').read(), rotating.bucket.get_key('given.txt').md5)


if __name__ == '__main__':
    main()
