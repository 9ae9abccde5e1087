import lib
def start(async=False, **options):
    print async
    return start(async=True)
lib.run(1, await=2)
def nothing():
    lib.async = 1
# after
import lib
def start(async_=False, **options):
    print(async_)
    return start(async_=True)
lib.run(1, **{"await": 2})
def nothing():
    lib.async_ = 1
# findings
# 2 py2.keyword
# 3 py2.keyword
# 4 py2.keyword
# 7 py2.keyword
