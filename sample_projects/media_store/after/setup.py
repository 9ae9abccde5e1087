from setuptools import setup

setup(
    name='mediastore',
    version='0.9.2',
    description='The media library of the newsroom, kept on S3',
    packages=['mediastore'],
    install_requires=['boto3>=1.36'],
    entry_points={'console_scripts': ['mediastore = mediastore.cli:main']},
)
